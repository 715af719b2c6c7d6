ALTER TABLE "edition_listings" DROP CONSTRAINT "edition_listings_listing_id_listings_id_fk";
--> statement-breakpoint
DROP INDEX "edition_listings_listing";--> statement-breakpoint
DROP INDEX "saved_searches_user";--> statement-breakpoint
DROP INDEX "saved_searches_address";--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "summary" jsonb;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD COLUMN "follows" text DEFAULT 'search' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_searches_user" ON "saved_searches" USING btree ("user_id","district_id","follows","query");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_searches_address" ON "saved_searches" USING btree (lower("address"),"district_id","follows","query",("confirmed_at" is null)) WHERE "saved_searches"."address" is not null;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_whole" CHECK ("editions"."state" <> 'published' or num_nulls("editions"."number", "editions"."published_at", "editions"."names") = 0);--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_follows" CHECK ("saved_searches"."follows" in ('search', 'editions'));
--> statement-breakpoint
CREATE FUNCTION refuse_edition_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'published' AND (
    TG_OP = 'DELETE' OR NEW.published_by IS NOT NULL
    OR to_jsonb(NEW) - 'published_by' IS DISTINCT FROM to_jsonb(OLD) - 'published_by'
  ) THEN
    RAISE EXCEPTION 'a published edition is never changed or removed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;--> statement-breakpoint
CREATE FUNCTION refuse_edition_listing_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what an edition holds is never changed or removed' USING ERRCODE = 'insufficient_privilege';
END
$$;--> statement-breakpoint
CREATE TRIGGER editions_frozen BEFORE UPDATE OR DELETE ON "editions" FOR EACH ROW EXECUTE FUNCTION refuse_edition_change();--> statement-breakpoint
CREATE TRIGGER edition_listings_frozen BEFORE UPDATE OR DELETE ON "edition_listings" FOR EACH ROW EXECUTE FUNCTION refuse_edition_listing_change();--> statement-breakpoint
CREATE TRIGGER editions_never_emptied BEFORE TRUNCATE ON "editions" FOR EACH STATEMENT EXECUTE FUNCTION refuse_edition_listing_change();--> statement-breakpoint
CREATE TRIGGER edition_listings_never_emptied BEFORE TRUNCATE ON "edition_listings" FOR EACH STATEMENT EXECUTE FUNCTION refuse_edition_listing_change();
