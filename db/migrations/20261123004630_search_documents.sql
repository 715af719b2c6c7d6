CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;--> statement-breakpoint
CREATE SEQUENCE "public"."search_changes" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "search_documents" (
	"listing_id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"slot" integer NOT NULL,
	"changed" bigint DEFAULT nextval('search_changes') NOT NULL,
	"version" integer NOT NULL,
	"alive" boolean DEFAULT true NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"published_at" bigint NOT NULL,
	"closes_at" bigint,
	"facets" text[] NOT NULL,
	"head" "tsvector" NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "search_documents_slot" UNIQUE("district_id","slot")
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE INDEX "search_documents_changed" ON "search_documents" USING btree ("district_id","changed");--> statement-breakpoint
CREATE INDEX "search_documents_head" ON "search_documents" USING gin ("head") WITH (fastupdate = off);--> statement-breakpoint
CREATE INDEX "search_documents_words" ON "search_documents" USING gin ("words") WITH (fastupdate = off);--> statement-breakpoint
CREATE INDEX "search_words_similar" ON "search_words" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
ALTER TABLE "search_documents" SET (toast_tuple_target = 128, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);--> statement-breakpoint
ALTER TABLE "search_documents" ALTER COLUMN "head" SET STORAGE EXTERNAL;--> statement-breakpoint
ALTER TABLE "search_documents" ALTER COLUMN "facets" SET STORAGE EXTERNAL;
