ALTER TABLE "district_kinds" ADD COLUMN "counts_5s3" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "opportunities" ADD COLUMN "service_hours" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "opportunities" ADD COLUMN "cost" text;--> statement-breakpoint
ALTER TABLE "opportunities" ADD COLUMN "cost_detail" text;--> statement-breakpoint
ALTER TABLE "opportunities" ADD COLUMN "clearance" text;--> statement-breakpoint
ALTER TABLE "opportunities" ADD COLUMN "bus_stop" text;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_cost" CHECK ("opportunities"."cost" in ('free', 'some'));--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_clearance" CHECK ("opportunities"."clearance" in ('none', 'needed'));--> statement-breakpoint
-- Texts frozen before these facts were asked say nothing about them.
UPDATE "opportunity_revisions" SET "content" = '{"serviceHours": false, "cost": null, "costDetail": null, "clearance": null, "busStop": null}'::jsonb || "content";
