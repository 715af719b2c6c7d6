CREATE TABLE "embed_sites" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"district_id" uuid NOT NULL,
	"origin" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "embed_sites_origin" UNIQUE("district_id","origin")
);
--> statement-breakpoint
ALTER TABLE "districts" ADD COLUMN "favicon_id" uuid;--> statement-breakpoint
ALTER TABLE "districts" ADD COLUMN "touch_icon_id" uuid;--> statement-breakpoint
ALTER TABLE "districts" ADD COLUMN "welcome" text;--> statement-breakpoint
ALTER TABLE "districts" ADD COLUMN "welcome_es" text;--> statement-breakpoint
ALTER TABLE "districts" ADD COLUMN "contact_office" text;--> statement-breakpoint
ALTER TABLE "districts" ADD COLUMN "contact_phone" text;--> statement-breakpoint
ALTER TABLE "districts" ADD COLUMN "contact_address" text;--> statement-breakpoint
ALTER TABLE "embed_sites" ADD CONSTRAINT "embed_sites_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;