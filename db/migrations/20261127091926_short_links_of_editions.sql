ALTER TABLE "short_links" DROP CONSTRAINT "short_links_target";--> statement-breakpoint
ALTER TABLE "short_links" ADD COLUMN "edition_id" uuid;--> statement-breakpoint
ALTER TABLE "short_links" ADD CONSTRAINT "short_links_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "short_links" ADD CONSTRAINT "short_links_edition" UNIQUE("edition_id");--> statement-breakpoint
ALTER TABLE "short_links" ADD CONSTRAINT "short_links_target" CHECK (num_nonnulls("short_links"."listing_id", "short_links"."pathway_id", "short_links"."edition_id") <= 1);