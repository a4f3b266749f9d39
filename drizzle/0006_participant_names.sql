ALTER TABLE "participants" ADD COLUMN "former" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "participants" ADD COLUMN "renamed" boolean DEFAULT false NOT NULL;