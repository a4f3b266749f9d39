ALTER TABLE "found_texts" drop column "words";--> statement-breakpoint
ALTER TABLE "found_texts" ADD COLUMN "whose" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "found_texts" ADD COLUMN "words" "tsvector" GENERATED ALWAYS AS (case language when 'english' then setweight(to_tsvector('pg_catalog.english', text), 'A') || setweight(to_tsvector('pg_catalog.english', whose), 'D') else setweight(to_tsvector('pg_catalog.swedish', text), 'A') || setweight(to_tsvector('pg_catalog.swedish', whose), 'D') end) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "found_texts_words" ON "found_texts" USING gin ("words");
