CREATE TABLE "district_hosts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"district_id" uuid NOT NULL,
	"host" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "district_hosts_host_unique" UNIQUE("host"),
	CONSTRAINT "district_hosts_host" CHECK ("district_hosts"."host" = lower("district_hosts"."host"))
);
--> statement-breakpoint
ALTER TABLE "district_hosts" ADD CONSTRAINT "district_hosts_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "district_hosts_district" ON "district_hosts" USING btree ("district_id");