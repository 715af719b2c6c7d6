CREATE TABLE "listing_translations" (
	"listing_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"revision_id" uuid NOT NULL,
	"title" text,
	"summary" text,
	"description" text,
	"requirements" text,
	"made" text NOT NULL,
	"checked_at" timestamp with time zone,
	"checked_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "listing_translations_listing_id_locale_pk" PRIMARY KEY("listing_id","locale"),
	CONSTRAINT "listing_translations_locale" CHECK ("listing_translations"."locale" in ('es')),
	CONSTRAINT "listing_translations_made" CHECK ("listing_translations"."made" in ('written', 'machine')),
	CONSTRAINT "listing_translations_written_is_checked" CHECK ("listing_translations"."made" = 'machine' or "listing_translations"."checked_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "opportunity_revisions" ADD COLUMN "lacks_spanish" text[] GENERATED ALWAYS AS (case when content ->> 'language' = 'es' then '{}'::text[] else array_remove(array[
  case when content ->> 'title' <> '' and coalesce(content ->> 'titleEs', '') = '' then 'title' end,
  case when content ->> 'summary' <> '' and coalesce(content ->> 'summaryEs', '') = '' then 'summary' end,
  case when content ->> 'description' <> '' and coalesce(content ->> 'descriptionEs', '') = '' then 'description' end,
  case when content ->> 'requirements' <> '' and coalesce(content ->> 'requirementsEs', '') = '' then 'requirements' end
], null) end) STORED;--> statement-breakpoint
ALTER TABLE "listing_translations" ADD CONSTRAINT "listing_translations_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_translations" ADD CONSTRAINT "listing_translations_revision_id_opportunity_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."opportunity_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_translations" ADD CONSTRAINT "listing_translations_checked_by_users_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;