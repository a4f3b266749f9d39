CREATE TABLE "walls" (
	"meeting_id" text NOT NULL,
	"prompt_id" text NOT NULL,
	"version" integer NOT NULL,
	"wall" jsonb NOT NULL,
	CONSTRAINT "walls_meeting_id_prompt_id_pk" PRIMARY KEY("meeting_id","prompt_id")
);
--> statement-breakpoint
ALTER TABLE "walls" ADD CONSTRAINT "walls_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;