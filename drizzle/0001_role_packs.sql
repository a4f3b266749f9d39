CREATE TABLE "role_packs" (
	"project_id" text PRIMARY KEY NOT NULL,
	"common" boolean NOT NULL,
	"own" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "role_packs" ADD CONSTRAINT "role_packs_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;