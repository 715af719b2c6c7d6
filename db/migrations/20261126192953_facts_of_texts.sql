ALTER TABLE "opportunity_revisions" ADD COLUMN "title" text GENERATED ALWAYS AS (content ->> 'title') STORED;--> statement-breakpoint
ALTER TABLE "opportunity_revisions" ADD COLUMN "kind" text GENERATED ALWAYS AS (content ->> 'kind') STORED;--> statement-breakpoint
ALTER TABLE "opportunity_revisions" ADD COLUMN "last_day" text GENERATED ALWAYS AS (least(content ->> 'closesOn', content ->> 'endsOn')) STORED;--> statement-breakpoint
ALTER TABLE "opportunity_revisions" ADD COLUMN "sub_clusters_suggested" boolean GENERATED ALWAYS AS (content ->> 'subClustersSuggested' = 'true') STORED;--> statement-breakpoint
ALTER TABLE "opportunity_revisions" ADD COLUMN "findings" text[];--> statement-breakpoint
ALTER TABLE "opportunity_revisions" ADD COLUMN "sketch" integer[];--> statement-breakpoint
CREATE INDEX "opportunity_revisions_sketch" ON "opportunity_revisions" USING gin ("sketch");--> statement-breakpoint
CREATE INDEX "opportunity_revisions_unmarked" ON "opportunity_revisions" USING btree ("created_at") WHERE "opportunity_revisions"."findings" is null;