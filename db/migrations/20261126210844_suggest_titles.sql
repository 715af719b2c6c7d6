ALTER TABLE "search_documents" ADD COLUMN "title" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "organization" text DEFAULT '' NOT NULL;--> statement-breakpoint
-- What is searchable already is suggested too, and processes that follow the changes hear of it.
UPDATE "search_documents" SET "title" = coalesce(r."title", ''), "organization" = o."name", "changed" = nextval('search_changes')
FROM "listings" l
JOIN "opportunity_revisions" r ON r."id" = l."published_revision_id"
JOIN "opportunities" p ON p."id" = l."opportunity_id"
JOIN "organizations" o ON o."id" = p."organization_id"
WHERE l."id" = "listing_id" AND "alive";
