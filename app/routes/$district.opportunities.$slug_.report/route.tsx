import { getFormProps, useForm } from "@conform-to/react";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { getPublished } from "#app/domain/listings/published.server.ts";
import { LONGEST_REPORT, REPORT_REASONS } from "#app/domain/listings/reader-reports.ts";
import { reportListing } from "#app/domain/listings/reporting.server.ts";
import { tidyText } from "#app/domain/opportunities/plain-text.ts";
import { conflict, readForm, unprocessable } from "#app/http/forms.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { countTry, tooManyTries } from "#app/http/rate-limits.server.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Icon } from "#app/ui/icon.tsx";
import { ReportForm, type ReportFields } from "./report-form.tsx";

const Report = z.object({
  reason: z.enum(REPORT_REASONS, { error: "reports:errors.reason" }),
  text: z
    .string()
    .overwrite(tidyText)
    .max(LONGEST_REPORT)
    .optional()
    .transform((text) => text || null),
  /** Nobody sees it, so whoever fills it in is a program. */
  website: z.string().optional(),
  idempotencyKey: z.uuid(),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.heading },
  { name: "robots", content: "noindex" },
];

async function listingAt({ params, context }: Pick<LoaderFunctionArgs, "params" | "context">) {
  const district = await getDistrictBySlug(context.db, params.district ?? "");
  const page = district && (await getPublished(context.db, district, params.slug ?? "", context.now));
  if (!district || !page) throw notFound();
  return { district, page };
}

/** 410: what is no longer on the list needs no report. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { district, page } = await listingAt({ params, context });
  const isSent = new URL(request.url).searchParams.has("sent");
  const isOver = page.state === "over";
  const shown = {
    heading: translator(context.locale)(isSent ? "reports:sent.title" : "reports:form.title"),
    title: isOver ? page.title : page.listing.content.title,
    district: { slug: district.slug, name: district.name, contactEmail: district.contactEmail },
    slug: params.slug ?? "",
    ...{ isOver, isSent },
    idempotencyKey: crypto.randomUUID(),
  };
  return data(shown, { status: isOver && !isSent ? 410 : 200 });
}

export async function action(args: ActionFunctionArgs) {
  const { context, params } = args;
  const { district } = await listingAt(args);
  const form = await readForm(args, Report);
  if (!form.ok) return unprocessable(form);
  const { website, ...report } = form.value;
  const slug = params.slug ?? "";
  const sent = redirect(`${paths.report(context.locale, district.slug, slug)}?sent`);
  if (website) return sent;
  const typed = { reason: report.reason, text: report.text ?? "" };
  const wait = await countTry(context, "report");
  if (wait !== null) return tooManyTries(context, typed, wait);
  const visitor = { db: context.db, now: context.now, actor: { kind: "visitor", userId: null } } as const;
  const outcome = await reportListing(visitor, { ...report, districtId: district.id, slug });
  if (outcome.ok) return sent;
  if (outcome.refusal === "not_found") throw notFound();
  return conflict(typed, translator(context.locale)("reports:over.body"));
}

export default function ReportListing() {
  const page = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<ReportFields>({ id: "report", lastResult });
  const t = useT();
  const locale = useLocale();
  const { heading, title, district, slug, isOver, isSent, idempotencyKey } = page;
  const list = isOver ? paths.list(locale, district.slug) : paths.listing(locale, district.slug, slug);
  return (
    <div className="wrap listing-page">
      <a href={list} className="back-link">
        <Icon name="arrow-left" />
        {isOver ? t("listing:back") : t("reports:form.back")}
      </a>
      <div className="max-w-xl">
        <h1>{heading}</h1>
        <p className="lede break-words">{title}</p>
        {isSent && <p className="mt-5">{t("reports:sent.body", { district: district.name })}</p>}
        {!isSent && isOver && <p className="mt-5">{t("reports:over.body")}</p>}
        {!isSent && !isOver && (
          <form method="post" action={paths.report(locale, district.slug, slug)} {...getFormProps(form)}>
            <ReportForm form={form} fields={fields} district={district} idempotencyKey={idempotencyKey} />
          </form>
        )}
      </div>
    </div>
  );
}
