CREATE TABLE "districts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"state" text NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"contact_email" text NOT NULL,
	"freshness_days" integer DEFAULT 60 NOT NULL,
	"default_radius_miles" integer DEFAULT 10 NOT NULL,
	"list_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "districts_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "pathways" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"district_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"name_es" text NOT NULL,
	"sub_clusters" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "pathways_slug" UNIQUE("district_id","slug")
);
--> statement-breakpoint
CREATE TABLE "schools" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"district_id" uuid NOT NULL,
	"name" text NOT NULL,
	"street" text NOT NULL,
	"city" text NOT NULL,
	"zip" text NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"grade_min" integer NOT NULL,
	"grade_max" integer NOT NULL,
	"day_ends_at" time NOT NULL,
	CONSTRAINT "schools_name" UNIQUE("district_id","name")
);
--> statement-breakpoint
CREATE TABLE "acknowledgements" (
	"actor_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"verb" text NOT NULL,
	"outcome" jsonb,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "acknowledgements_actor_id_key_pk" PRIMARY KEY("actor_id","key")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"district_id" uuid,
	"actor_id" uuid,
	"detail" jsonb,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"district_id" uuid NOT NULL,
	"name" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_mappings_name" UNIQUE("district_id","name")
);
--> statement-breakpoint
CREATE TABLE "imported_rows" (
	"district_id" uuid NOT NULL,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"listing_id" uuid NOT NULL,
	"fingerprint" text NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "imported_rows_district_id_source_external_id_pk" PRIMARY KEY("district_id","source","external_id")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"district_id" uuid NOT NULL,
	"requested_by" uuid,
	"file_name" text NOT NULL,
	"file" text,
	"mapping" jsonb NOT NULL,
	"options" jsonb NOT NULL,
	"status" text NOT NULL,
	"rows_total" integer DEFAULT 0 NOT NULL,
	"rows_done" integer DEFAULT 0 NOT NULL,
	"report" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "imports_status" CHECK ("imports"."status" in ('checked', 'queued', 'running', 'done', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "listings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"district_id" uuid NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"slug" text NOT NULL,
	"submitted_revision_id" uuid,
	"published_revision_id" uuid,
	"labels" text[] DEFAULT '{}' NOT NULL,
	"pathway_ids" uuid[] DEFAULT '{}' NOT NULL,
	"sub_clusters" text[],
	"school_ids" uuid[] DEFAULT '{}' NOT NULL,
	"note_to_readers" text,
	"submitted_at" timestamp with time zone,
	"publish_on" date,
	"published_at" timestamp with time zone,
	"closes_on" date,
	"closed_at" timestamp with time zone,
	"closed_reason" text,
	"confirmed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "listings_slug" UNIQUE("district_id","slug"),
	CONSTRAINT "listings_state" CHECK ("listings"."state" in ('draft', 'submitted', 'changes_requested', 'declined', 'approved', 'published', 'closed', 'expired', 'suspended')),
	CONSTRAINT "listings_closed_reason" CHECK ("listings"."closed_reason" in ('filled', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"listing_id" uuid NOT NULL,
	"district_id" uuid NOT NULL,
	"revision_id" uuid,
	"reviewer_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"reason_code" text,
	"note" text,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reviews_decision" CHECK ("reviews"."decision" in ('approved', 'changes_requested', 'declined')),
	CONSTRAINT "reviews_reason" CHECK ("reviews"."reason_code" in ('incomplete', 'not_for_minors', 'not_local', 'duplicate', 'partnership', 'unclear', 'other'))
);
--> statement-breakpoint
CREATE TABLE "opportunities" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"created_by" uuid,
	"kind" text,
	"title" text NOT NULL,
	"summary" text,
	"description" text,
	"tasks" text,
	"language" text DEFAULT 'en' NOT NULL,
	"places" integer,
	"schedule" text,
	"days" text[] DEFAULT '{}' NOT NULL,
	"start_time" time,
	"end_time" time,
	"hours_per_week" integer,
	"starts_on" date,
	"ends_on" date,
	"closes_on" date,
	"age_min" integer,
	"age_max" integer,
	"grade_min" integer,
	"grade_max" integer,
	"pay" text,
	"pay_detail" text,
	"earns_credit" boolean DEFAULT false NOT NULL,
	"setting" text,
	"street" text,
	"city" text,
	"state" text,
	"zip" text,
	"latitude" double precision,
	"longitude" double precision,
	"transport" text[] DEFAULT '{}' NOT NULL,
	"transport_detail" text,
	"access" text[] DEFAULT '{}' NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"skills" text[] DEFAULT '{}' NOT NULL,
	"sub_clusters" text[] DEFAULT '{}' NOT NULL,
	"sub_clusters_suggested" boolean DEFAULT false NOT NULL,
	"requirements" text,
	"how_to_ask" text,
	"contact_name" text,
	"contact_email" text,
	"contact_phone" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "opportunities_pay" CHECK ("opportunities"."pay" in ('paid', 'stipend', 'unpaid')),
	CONSTRAINT "opportunities_setting" CHECK ("opportunities"."setting" in ('on_site', 'remote', 'hybrid'))
);
--> statement-breakpoint
CREATE TABLE "opportunity_revisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"author_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "opportunity_revisions_version" UNIQUE("opportunity_id","version")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"user_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_user_id_organization_id_pk" PRIMARY KEY("user_id","organization_id"),
	CONSTRAINT "memberships_role" CHECK ("memberships"."role" in ('owner', 'member'))
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"sector" text NOT NULL,
	"about" text,
	"website" text,
	"street" text,
	"city" text,
	"state" text,
	"zip" text,
	"latitude" double precision,
	"longitude" double precision,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organizations_sector" CHECK ("organizations"."sector" in ('business', 'higher_education', 'local_government', 'recreation', 'juvenile_justice', 'faith_based', 'health', 'nonprofit', 'labor', 'other'))
);
--> statement-breakpoint
CREATE TABLE "partnerships" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"district_id" uuid NOT NULL,
	"status" text NOT NULL,
	"vetted_by" uuid,
	"vetted_at" timestamp with time zone,
	"in_force_until" date,
	"note" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "partnerships_pair" UNIQUE("organization_id","district_id"),
	CONSTRAINT "partnerships_status" CHECK ("partnerships"."status" in ('requested', 'approved', 'declined', 'suspended'))
);
--> statement-breakpoint
CREATE TABLE "district_staff" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "district_staff_role" CHECK ("district_staff"."role" in ('coordinator', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"locale" text DEFAULT 'en' NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_locale" CHECK ("users"."locale" in ('en', 'es'))
);
--> statement-breakpoint
CREATE TABLE "career_clusters" (
	"code" text PRIMARY KEY NOT NULL,
	"group_code" text NOT NULL,
	"name" text NOT NULL,
	"name_es" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "classic_clusters" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_es" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "classic_crosswalk" (
	"classic_code" text NOT NULL,
	"cluster_code" text NOT NULL,
	CONSTRAINT "classic_crosswalk_classic_code_cluster_code_pk" PRIMARY KEY("classic_code","cluster_code")
);
--> statement-breakpoint
CREATE TABLE "sub_clusters" (
	"code" text PRIMARY KEY NOT NULL,
	"cluster_code" text NOT NULL,
	"name" text NOT NULL,
	"name_es" text NOT NULL,
	"realistic" double precision NOT NULL,
	"investigative" double precision NOT NULL,
	"artistic" double precision NOT NULL,
	"social" double precision NOT NULL,
	"enterprising" double precision NOT NULL,
	"conventional" double precision NOT NULL
);
--> statement-breakpoint
CREATE TABLE "zip_points" (
	"zip" text PRIMARY KEY NOT NULL,
	"city" text NOT NULL,
	"state" text NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL
);
--> statement-breakpoint
ALTER TABLE "pathways" ADD CONSTRAINT "pathways_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schools" ADD CONSTRAINT "schools_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_mappings" ADD CONSTRAINT "import_mappings_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_rows" ADD CONSTRAINT "imported_rows_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_rows" ADD CONSTRAINT "imported_rows_opportunity_id_opportunities_id_fk" FOREIGN KEY ("opportunity_id") REFERENCES "public"."opportunities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_rows" ADD CONSTRAINT "imported_rows_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_opportunity_id_opportunities_id_fk" FOREIGN KEY ("opportunity_id") REFERENCES "public"."opportunities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_submitted_revision_id_opportunity_revisions_id_fk" FOREIGN KEY ("submitted_revision_id") REFERENCES "public"."opportunity_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_published_revision_id_opportunity_revisions_id_fk" FOREIGN KEY ("published_revision_id") REFERENCES "public"."opportunity_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_revision_id_opportunity_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."opportunity_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_reviewer_id_users_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity_revisions" ADD CONSTRAINT "opportunity_revisions_opportunity_id_opportunities_id_fk" FOREIGN KEY ("opportunity_id") REFERENCES "public"."opportunities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity_revisions" ADD CONSTRAINT "opportunity_revisions_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnerships" ADD CONSTRAINT "partnerships_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnerships" ADD CONSTRAINT "partnerships_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnerships" ADD CONSTRAINT "partnerships_vetted_by_users_id_fk" FOREIGN KEY ("vetted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "district_staff" ADD CONSTRAINT "district_staff_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "district_staff" ADD CONSTRAINT "district_staff_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "classic_crosswalk" ADD CONSTRAINT "classic_crosswalk_classic_code_classic_clusters_code_fk" FOREIGN KEY ("classic_code") REFERENCES "public"."classic_clusters"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "classic_crosswalk" ADD CONSTRAINT "classic_crosswalk_cluster_code_career_clusters_code_fk" FOREIGN KEY ("cluster_code") REFERENCES "public"."career_clusters"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sub_clusters" ADD CONSTRAINT "sub_clusters_cluster_code_career_clusters_code_fk" FOREIGN KEY ("cluster_code") REFERENCES "public"."career_clusters"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pathways_district" ON "pathways" USING btree ("district_id");--> statement-breakpoint
CREATE INDEX "acknowledgements_at" ON "acknowledgements" USING btree ("at");--> statement-breakpoint
CREATE INDEX "events_subject" ON "events" USING btree ("subject_id","at");--> statement-breakpoint
CREATE INDEX "events_district" ON "events" USING btree ("district_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "listings_alive" ON "listings" USING btree ("opportunity_id","district_id") WHERE "listings"."state" not in ('closed', 'expired', 'declined');--> statement-breakpoint
CREATE INDEX "listings_queue" ON "listings" USING btree ("district_id","state","submitted_at");--> statement-breakpoint
CREATE INDEX "reviews_listing" ON "reviews" USING btree ("listing_id");--> statement-breakpoint
CREATE INDEX "opportunities_organization" ON "opportunities" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "organizations_name" ON "organizations" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "zip_points_city" ON "zip_points" USING btree ("state","city");