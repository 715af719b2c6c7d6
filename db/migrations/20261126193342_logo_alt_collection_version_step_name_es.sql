ALTER TABLE "districts" ADD COLUMN "logo_alt" text;--> statement-breakpoint
ALTER TABLE "collections" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "vetting_steps" ADD COLUMN "name_es" text;