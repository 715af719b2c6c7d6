import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { getDistrict } from "#app/domain/districts/districts.server.ts";
import { LONGEST_NOTE } from "#app/domain/listings/curation.ts";
import { decideReports } from "#app/domain/listings/deciding-reports.server.ts";
import { getReported } from "#app/domain/listings/report-desk.server.ts";
import { REPORT_DECISIONS } from "#app/domain/listings/reader-reports.ts";
import { conflict, readForm, refusedForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { sayInstant } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ListingStateTag } from "#app/ui/listing-state-tag.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { Answers } from "./answers.tsx";

const Decision = z.object({
  decision: z.enum(REPORT_DECISIONS),
  readUntil: z.iso.datetime().transform((text) => new Date(text)),
  note: z
    .string()
    .trim()
    .max(LONGEST_NOTE)
    .optional()
    .transform((text) => text || null),
  idempotencyKey: z.uuid(),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.heading }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const { locale } = args.context;
  const reported = await getReported(ctx, idParam(args.params, "listingId"));
  const district = await getDistrict(ctx.db, ctx.actor.districtId);
  if (!reported || !district) throw notFound();
  const at = (instant: Date) => sayInstant(instant, locale, district.timeZone);
  const open = reported.reports.filter(({ decision }) => decision === null);
  return {
    heading: translator(locale)("reports:one.title", { title: reported.listing.title }),
    listing: reported.listing,
    publicPage: paths.listing(locale, district.slug, reported.listing.slug),
    readUntil: open.at(-1)?.reportedAt.toISOString() ?? null,
    reports: reported.reports.map(({ reportedAt, decidedAt, ...report }) => ({
      ...report,
      at: at(reportedAt),
      answeredAt: decidedAt && at(decidedAt),
    })),
    keys: { dismissed: crypto.randomUUID(), mended: crypto.randomUUID(), suspended: crypto.randomUUID() },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const listingId = idParam(args.params, "listingId");
  const form = await readForm(args, Decision);
  if (!form.ok) return unprocessable(form);
  const outcome = await decideReports(ctx, { listingId, ...form.value });
  const { decision, note } = form.value;
  if (outcome.ok) return redirect(paths.coordinator.reports(`answered=${decision}`));
  if (outcome.refusal === "not_found") throw notFound();
  const t = translator(args.context.locale);
  const typed = { decision, note: note ?? "" };
  if (outcome.refusal === "note_missing")
    return unprocessable({ lastResult: refusedForm(typed, t("coordinator:errors.pause_note_missing"), "note") });
  return conflict(typed, t(`reports:refused.${outcome.refusal}`));
}

export type ReportedPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Reported() {
  const page = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const t = useT();
  const { heading, listing, publicPage, reports } = page;
  return (
    <>
      <p className="mb-3">
        <Link to={paths.coordinator.reports()}>{t("reports:one.back")}</Link>
      </p>
      <PageHeading title={heading} lede={listing.organization} />
      <p className="-mt-3 mb-6 flex flex-wrap items-center gap-4">
        <ListingStateTag state={listing.state} />
        {listing.state === "published" && <a href={publicPage}>{t("reports:one.public")}</a>}
        <Link to={paths.coordinator.reviewListing(listing.id)}>{t("reports:one.desk")}</Link>
      </p>
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(20rem,2fr)]">
        <ol className="grid gap-3">
          {reports.map((report) => (
            <li key={report.id} className="rounded-card border border-line bg-surface p-4">
              <p className="font-semibold">{t(`reports:reason.${report.reason}`)}</p>
              {report.text && <p className="break-words whitespace-pre-line">{report.text}</p>}
              <p className="text-sm text-muted">{report.at}</p>
              {report.decision && (
                <p className="text-sm text-muted">
                  {t(`reports:said.${report.decision}`, {
                    who: report.decidedBy ?? t("people:former_coordinator"),
                    at: report.answeredAt,
                  })}
                </p>
              )}
            </li>
          ))}
        </ol>
        <section aria-label={t("reports:one.answer")} className="rounded-card border border-line bg-surface p-5">
          <Answers page={page} lastResult={lastResult} />
        </section>
      </div>
    </>
  );
}
