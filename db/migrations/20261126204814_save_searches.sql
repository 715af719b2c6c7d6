CREATE TABLE "saved_searches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"district_id" uuid NOT NULL,
	"user_id" uuid,
	"address" text,
	"locale" text,
	"query" text NOT NULL,
	"name" text,
	"cadence" text NOT NULL,
	"confirmed_at" timestamp with time zone,
	"paused_at" timestamp with time zone,
	"since" timestamp with time zone NOT NULL,
	"looked_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_searches_cadence" CHECK ("saved_searches"."cadence" in ('at_once', 'daily', 'weekly')),
	CONSTRAINT "saved_searches_whose" CHECK (num_nonnulls("saved_searches"."user_id", "saved_searches"."address") = 1),
	CONSTRAINT "saved_searches_locale" CHECK (("saved_searches"."address" is null) = ("saved_searches"."locale" is null))
);
--> statement-breakpoint
CREATE TABLE "told_listings" (
	"search_id" uuid NOT NULL,
	"listing_id" uuid NOT NULL,
	"alert_id" uuid NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	CONSTRAINT "told_listings_search_id_listing_id_pk" PRIMARY KEY("search_id","listing_id")
);
--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "told_listings" ADD CONSTRAINT "told_listings_search_id_saved_searches_id_fk" FOREIGN KEY ("search_id") REFERENCES "public"."saved_searches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "told_listings" ADD CONSTRAINT "told_listings_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "saved_searches_due" ON "saved_searches" USING btree ("due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_searches_user" ON "saved_searches" USING btree ("user_id","district_id","query");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_searches_address" ON "saved_searches" USING btree (lower("address"),"district_id","query",("confirmed_at" is null)) WHERE "saved_searches"."address" is not null;--> statement-breakpoint
CREATE INDEX "told_listings_listing" ON "told_listings" USING btree ("listing_id");