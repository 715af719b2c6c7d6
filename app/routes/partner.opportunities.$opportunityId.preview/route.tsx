import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePartner } from "#app/auth/guards.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { checkPosting } from "#app/domain/listings/check-posting.server.ts";
import { stepOf } from "#app/domain/opportunities/content.ts";
import { getOpportunity } from "#app/domain/opportunities/drafting.server.ts";
import { submissionProblems } from "#app/domain/opportunities/submission-rules.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { readPreview } from "#app/http/listing-preview.server.tsx";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ListingPreview } from "#app/ui/listing-preview.tsx";
import { MissingList } from "#app/ui/missing-list.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { RuleFindings } from "#app/ui/rule-findings.tsx";
import { placeIn } from "./place-in.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePartner(args);
  const opportunity = await getOpportunity(ctx, idParam(args.params, "opportunityId"));
  if (!opportunity) throw notFound();
  const asked = new URL(args.request.url).searchParams;
  const { district, districts, ...placed } = await placeIn(ctx, opportunity, asked.get("in"));
  return {
    title: translator(args.context.locale)("posting:preview.title", { title: opportunity.title }),
    opportunityId: opportunity.id,
    drafted: asked.get("done") === "drafted",
    problems: submissionProblems(opportunity, localDate(ctx.now, district?.timeZone ?? "UTC")),
    findings: await checkPosting(ctx, opportunity),
    shownIn: district?.slug ?? "",
    districts,
    preview: district && (await readPreview(args.context, args.request, { district, ...placed })),
  };
}

export default function PreviewOpportunity() {
  const { title, opportunityId, shownIn, districts, preview, findings, drafted, problems } =
    useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeading
        title={title}
        lede={t("partner:preview.lede")}
        actions={
          <>
            <ButtonLink to={paths.partner.opportunity(opportunityId)} icon="arrow-right">
              {t("partner:preview.go_on")}
            </ButtonLink>
            <ButtonLink to={paths.partner.edit(opportunityId)} variant="secondary" icon="pencil">
              {t("partner:preview.edit")}
            </ButtonLink>
          </>
        }
      />
      {drafted && (
        <Notice tone="success" live>
          {t("partner:overview.drafted")}
        </Notice>
      )}
      {problems.length > 0 && (
        <Notice tone="warning" title={t("partner:overview.incomplete", { count: problems.length })}>
          <MissingList opportunityId={opportunityId} problems={problems} />
        </Notice>
      )}
      <RuleFindings
        findings={findings}
        reader="partner"
        changeAt={({ field }) => `${paths.partner.edit(opportunityId, stepOf(field))}#${stepOf(field)}-${field}`}
      />
      {preview ? (
        <ListingPreview preview={preview} places={{ chosen: shownIn, all: districts }} />
      ) : (
        <p className="measure text-muted">{t("posting:preview.no_district")}</p>
      )}
    </>
  );
}
