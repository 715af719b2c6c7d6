import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePartner } from "#app/auth/guards.server.ts";
import { getDistrict, listSchools } from "#app/domain/districts/districts.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { describePicture } from "#app/domain/files/pictures.server.ts";
import { listCareerClusters } from "#app/domain/interests/reference.server.ts";
import { checkPosting } from "#app/domain/listings/check-posting.server.ts";
import { lastDayOf } from "#app/domain/listings/last-day.ts";
import { listOffers } from "#app/domain/listings/offering-status.server.ts";
import { stepOf } from "#app/domain/opportunities/content.ts";
import { getOpportunity } from "#app/domain/opportunities/drafting.server.ts";
import { nextShiftDates } from "#app/domain/opportunities/shift-dates.server.ts";
import { submissionProblems } from "#app/domain/opportunities/submission-rules.ts";
import { listPartnerDistricts } from "#app/domain/organizations/partnerships.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ListingView } from "#app/ui/listing-view.tsx";
import { RuleFindings } from "#app/ui/rule-findings.tsx";
import { MissingList } from "#app/ui/missing-list.tsx";
import { Notice } from "#app/ui/notice.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePartner(args);
  const opportunity = await getOpportunity(ctx, idParam(args.params, "opportunityId"));
  if (!opportunity) throw notFound();
  const { locale, db, now } = args.context;
  const [offers, partners] = await Promise.all([
    listOffers(ctx, opportunity.id),
    listPartnerDistricts(ctx, opportunity.organizationId),
  ]);
  const shownIn = offers[0] ?? partners.find(({ inForce }) => inForce) ?? partners[0];
  const district = shownIn ? await getDistrict(db, shownIn.districtId) : null;
  const [schools, clusters, picture] = await Promise.all([
    district ? listSchools(db, district.id) : [],
    listCareerClusters(db),
    describePicture(db, opportunity),
  ]);
  const { organization, contactName: _n, contactEmail: _e, contactPhone: _p, ...content } = opportunity;
  return {
    title: `${translator(locale)("partner:preview.title")}: ${opportunity.title}`,
    opportunityId: opportunity.id,
    drafted: new URL(args.request.url).searchParams.get("done") === "drafted",
    problems: submissionProblems(opportunity, localDate(now, district?.timeZone ?? "UTC")),
    now,
    findings: await checkPosting(ctx, opportunity),
    listing: {
      content,
      picture,
      organization,
      district: {
        name: district?.name ?? "",
        timeZone: district?.timeZone ?? "UTC",
        contactEmail: district?.contactEmail ?? "",
      },
      clusters: clusters
        .filter(({ code }) => content.subClusters.some((area) => area.slice(0, 4) === code.slice(0, 4)))
        .map(({ code, name, nameEs }) => ({ code, name: locale === "es" ? nameEs : name })),
      pathways: [],
      schools: [],
      labels: [],
      noteToReaders: null,
      closesOn: lastDayOf(content),
      confirmedAt: null,
      importedAt: null,
      nextDates: nextShiftDates(content, localDate(now, district?.timeZone ?? "UTC")),
      nearbySchools: schools.map(({ name, latitude, longitude }) => ({ name, latitude, longitude })),
    },
  };
}

export default function PreviewOpportunity() {
  const { opportunityId, listing, now, findings, drafted, problems } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
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
      <Notice title={t("partner:preview.title")}>
        <p>{t("partner:preview.lede")}</p>
        <div className="mt-3 flex flex-wrap gap-3">
          <ButtonLink to={paths.partner.opportunity(opportunityId)} icon="arrow-right">
            {t("partner:preview.go_on")}
          </ButtonLink>
          <ButtonLink to={paths.partner.edit(opportunityId)} variant="secondary" icon="pencil">
            {t("partner:preview.edit")}
          </ButtonLink>
        </div>
      </Notice>
      <RuleFindings
        findings={findings}
        reader="partner"
        changeAt={({ field }) => `${paths.partner.edit(opportunityId, stepOf(field))}#${stepOf(field)}-${field}`}
      />
      <ListingView listing={listing} now={now} />
    </>
  );
}
