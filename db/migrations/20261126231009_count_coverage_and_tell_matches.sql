CREATE TABLE "coverage_cells" (
	"district_id" uuid NOT NULL,
	"pathway_id" uuid,
	"school_id" uuid,
	"students" integer NOT NULL,
	"share" text NOT NULL,
	"served" integer,
	CONSTRAINT "coverage_cells_once" UNIQUE NULLS NOT DISTINCT("district_id","pathway_id","school_id"),
	CONSTRAINT "coverage_cells_share" CHECK ("coverage_cells"."share" in ('unsplit', 'few', 'part', 'most')),
	CONSTRAINT "coverage_cells_large" CHECK ("coverage_cells"."students" >= 10 and "coverage_cells"."served" >= 10 and "coverage_cells"."students" - "coverage_cells"."served" >= 10),
	CONSTRAINT "coverage_cells_part" CHECK (("coverage_cells"."share" = 'part') = ("coverage_cells"."served" is not null)),
	CONSTRAINT "coverage_cells_unsplit" CHECK (("coverage_cells"."share" = 'unsplit') = ("coverage_cells"."students" < 20))
);
--> statement-breakpoint
CREATE TABLE "coverage_counts" (
	"district_id" uuid PRIMARY KEY NOT NULL,
	"counted_on" date NOT NULL,
	"said" integer,
	"silent" integer,
	CONSTRAINT "coverage_counts_large" CHECK ("coverage_counts"."said" >= 10 and "coverage_counts"."silent" >= 10),
	CONSTRAINT "coverage_counts_both" CHECK (("coverage_counts"."said" is null) = ("coverage_counts"."silent" is null))
);
--> statement-breakpoint
CREATE TABLE "match_readers" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"looked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "told_matches" (
	"reader_id" uuid NOT NULL,
	"student_id" uuid NOT NULL,
	"listing_id" uuid NOT NULL,
	"alert_id" uuid NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	CONSTRAINT "told_matches_reader_id_student_id_listing_id_pk" PRIMARY KEY("reader_id","student_id","listing_id")
);
--> statement-breakpoint
ALTER TABLE "coverage_cells" ADD CONSTRAINT "coverage_cells_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage_cells" ADD CONSTRAINT "coverage_cells_pathway_id_pathways_id_fk" FOREIGN KEY ("pathway_id") REFERENCES "public"."pathways"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage_cells" ADD CONSTRAINT "coverage_cells_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage_counts" ADD CONSTRAINT "coverage_counts_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_readers" ADD CONSTRAINT "match_readers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "told_matches" ADD CONSTRAINT "told_matches_reader_id_users_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "told_matches" ADD CONSTRAINT "told_matches_student_id_students_user_id_fk" FOREIGN KEY ("student_id") REFERENCES "public"."students"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "told_matches" ADD CONSTRAINT "told_matches_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "told_matches_student" ON "told_matches" USING btree ("student_id");--> statement-breakpoint
CREATE INDEX "told_matches_listing" ON "told_matches" USING btree ("listing_id");