CREATE TABLE "participant_phones" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"participant_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "participants" DROP CONSTRAINT "participants_token_hash_unique";--> statement-breakpoint
ALTER TABLE "participants" ADD COLUMN "code" text;--> statement-breakpoint
ALTER TABLE "participant_phones" ADD CONSTRAINT "participant_phones_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "participant_phones_participant" ON "participant_phones" USING btree ("participant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "participants_code" ON "participants" USING btree ("project_id","code");--> statement-breakpoint
INSERT INTO "participant_phones" ("token_hash", "participant_id", "created_at") SELECT "token_hash", "id", "created_at" FROM "participants";--> statement-breakpoint
ALTER TABLE "participants" DROP COLUMN "token_hash";