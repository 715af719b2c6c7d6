ALTER TABLE "coverage_counts" DROP CONSTRAINT "coverage_counts_large";--> statement-breakpoint
ALTER TABLE "coverage_counts" DROP CONSTRAINT "coverage_counts_both";--> statement-breakpoint
ALTER TABLE "coverage_counts" DROP COLUMN "said";--> statement-breakpoint
ALTER TABLE "coverage_counts" ADD CONSTRAINT "coverage_counts_tens" CHECK ("coverage_counts"."silent" >= 10 and "coverage_counts"."silent" % 10 = 0);