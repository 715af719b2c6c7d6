CREATE TABLE "search_refusals" (
	"engine" text NOT NULL,
	"listing_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "search_refusals_engine_listing_id_pk" PRIMARY KEY("engine","listing_id")
);
--> statement-breakpoint
ALTER TABLE "search_refusals" ADD CONSTRAINT "search_refusals_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;