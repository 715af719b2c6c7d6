CREATE TABLE "edition_listings" (
	"edition_id" uuid NOT NULL,
	"listing_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"listing" jsonb NOT NULL,
	CONSTRAINT "edition_listings_edition_id_listing_id_pk" PRIMARY KEY("edition_id","listing_id")
);
--> statement-breakpoint
CREATE TABLE "editions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"district_id" uuid NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"number" integer,
	"title" text NOT NULL,
	"title_es" text,
	"note" text,
	"note_es" text,
	"publish_on" date,
	"published_at" timestamp with time zone,
	"published_by" uuid,
	"names" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "editions_number" UNIQUE("district_id","number"),
	CONSTRAINT "editions_state" CHECK ("editions"."state" in ('draft', 'scheduled', 'published'))
);
--> statement-breakpoint
ALTER TABLE "edition_listings" ADD CONSTRAINT "edition_listings_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_listings" ADD CONSTRAINT "edition_listings_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "edition_listings_listing" ON "edition_listings" USING btree ("listing_id");--> statement-breakpoint
CREATE INDEX "editions_due" ON "editions" USING btree ("state","publish_on");