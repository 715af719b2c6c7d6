CREATE TABLE "booklet_parts" (
	"booklet_id" uuid NOT NULL,
	"run" integer NOT NULL,
	"position" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "booklet_parts_booklet_id_run_position_pk" PRIMARY KEY("booklet_id","run","position")
);
--> statement-breakpoint
CREATE TABLE "booklets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"district_id" uuid NOT NULL,
	"edition" integer,
	"locale" text NOT NULL,
	"size" text NOT NULL,
	"query" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"list_version" integer,
	"list_day" date,
	"run" integer DEFAULT 0 NOT NULL,
	"page" integer DEFAULT 0 NOT NULL,
	"pages" integer,
	"length" integer,
	"digest" text,
	"asked_at" timestamp with time zone NOT NULL,
	"made_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "booklets_which" UNIQUE NULLS NOT DISTINCT("district_id","edition","locale","size","query"),
	CONSTRAINT "booklets_state" CHECK ("booklets"."state" in ('waiting', 'printing', 'ready', 'failed')),
	CONSTRAINT "booklets_size" CHECK ("booklets"."size" in ('normal', 'large')),
	CONSTRAINT "booklets_locale" CHECK ("booklets"."locale" in ('en', 'es'))
);
--> statement-breakpoint
CREATE TABLE "short_links" (
	"code" text PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"listing_id" uuid,
	"pathway_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "short_links_listing" UNIQUE("listing_id"),
	CONSTRAINT "short_links_pathway" UNIQUE("pathway_id"),
	CONSTRAINT "short_links_code" CHECK ("short_links"."code" ~ '^[b-df-hj-km-np-tv-xz2-9]{6,8}$'),
	CONSTRAINT "short_links_target" CHECK (num_nonnulls("short_links"."listing_id", "short_links"."pathway_id") <= 1)
);
--> statement-breakpoint
ALTER TABLE "booklet_parts" ADD CONSTRAINT "booklet_parts_booklet_id_booklets_id_fk" FOREIGN KEY ("booklet_id") REFERENCES "public"."booklets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booklets" ADD CONSTRAINT "booklets_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "short_links" ADD CONSTRAINT "short_links_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "short_links" ADD CONSTRAINT "short_links_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "short_links" ADD CONSTRAINT "short_links_pathway_id_pathways_id_fk" FOREIGN KEY ("pathway_id") REFERENCES "public"."pathways"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "short_links_district" ON "short_links" USING btree ("district_id");