CREATE TABLE "student_profiles" (
	"student_id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"class_of" integer,
	"birth_year" integer,
	"birth_month" integer,
	"answers" text,
	"clusters" text[] DEFAULT '{}' NOT NULL,
	"pathway_ids" uuid[] DEFAULT '{}' NOT NULL,
	"free_at" text[] DEFAULT '{}' NOT NULL,
	"travel" text[] DEFAULT '{}' NOT NULL,
	"within_miles" integer,
	"zip" text,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"needs" text[] DEFAULT '{}' NOT NULL,
	"skills" text[] DEFAULT '{}' NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "student_profiles_birth" CHECK (("student_profiles"."birth_year" is null) = ("student_profiles"."birth_month" is null)),
	CONSTRAINT "student_profiles_zip" CHECK ("student_profiles"."zip" ~ '^\d{5}$')
);
--> statement-breakpoint
ALTER TABLE "student_profiles" ADD CONSTRAINT "student_profiles_student_id_students_user_id_fk" FOREIGN KEY ("student_id") REFERENCES "public"."students"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "student_profiles" ADD CONSTRAINT "student_profiles_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;