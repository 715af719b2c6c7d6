import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requirePartner } from "#app/auth/guards.server.ts";
import { kindAcross } from "#app/domain/districts/kinds.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { listEnteredFor } from "#app/domain/listings/entered-for-partner.server.ts";
import { listMoments, listOffers, type OfferStatus } from "#app/domain/listings/offering-status.server.ts";
import { getOpportunity } from "#app/domain/opportunities/drafting.server.ts";
import { isKind } from "#app/domain/opportunities/kinds.ts";
import { submissionProblems } from "#app/domain/opportunities/submission-rules.ts";
import { listPartnerDistricts } from "#app/domain/organizations/partnerships.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { sayDay } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { MissingList } from "#app/ui/missing-list.tsx";
import { OfferCard } from "./offer-card.tsx";
import { OfferForm } from "./offer-form.tsx";
import { SendAll } from "./send-all.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const NEWS = [
  "saved",
  "sent",
  "offered",
  "closed",
  "withdrawn",
  "confirmed",
  "reopened",
  "renewed",
  "claimed",
] as const;
const ENDED: readonly OfferStatus["state"][] = ["closed", "expired", "declined"];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePartner(args);
  const opportunity = await getOpportunity(ctx, idParam(args.params, "opportunityId"));
  if (!opportunity) throw notFound();
  const [offers, entered, districts] = await Promise.all([
    listOffers(ctx, opportunity.id),
    listEnteredFor(ctx, opportunity.id),
    listPartnerDistricts(ctx, opportunity.organizationId),
  ]);
  const moments = await listMoments(ctx, offers);
  const { locale, now } = args.context;
  const departing = await kindAcross(
    ctx.db,
    opportunity.kind,
    districts.map(({ districtId }) => districtId),
  );
  const there = ({ districtId }: { districtId: string }) => {
    const own = departing.find((row) => row.districtId === districtId);
    return { kindThere: (locale === "es" ? own?.nameEs : own?.name) ?? null, withheld: Boolean(own?.withheldAt) };
  };
  const dayIn = (timeZone: string) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone });
  const news = new URL(args.request.url).searchParams.get("done");
  const alive = new Set(offers.filter(({ state }) => !ENDED.includes(state)).map(({ districtId }) => districtId));
  return {
    id: opportunity.id,
    title: opportunity.title,
    kind: opportunity.kind,
    organization: opportunity.organization.name,
    version: opportunity.version,
    entered: entered.map(({ enteredOn, district }) => ({ district, day: sayDay(enteredOn, locale) })),
    news: NEWS.find((word) => word === news) ?? null,
    problems: submissionProblems(opportunity, localDate(now, districts[0]?.timeZone ?? "UTC")),
    offers: offers.map((offer) => ({
      ...offer,
      kindThere: there(offer).kindThere,
      inForce: districts.some(({ districtId, inForce }) => districtId === offer.districtId && inForce),
      /** Nothing else of it is alive there, so it may be put back or posted again. */
      mayReturn: !alive.has(offer.districtId) && offers.find(sameDistrict(offer)) === offer,
      leavesAfter: offer.leavesAfter && sayDay(offer.leavesAfter, locale),
      publishOn: offer.publishOn && dayIn("UTC").format(new Date(`${offer.publishOn}T00:00:00Z`)),
      moments: moments
        .filter(({ listingId }) => listingId === offer.listingId)
        .map(({ at, ...moment }) => ({ ...moment, on: dayIn(offer.timeZone).format(at) })),
    })),
    open: districts.filter(({ districtId }) => !alive.has(districtId)).map((it) => ({ ...it, ...there(it) })),
    idempotencyKey: crypto.randomUUID(),
  };
}

const sameDistrict =
  ({ districtId }: OfferStatus) =>
  (other: OfferStatus) =>
    other.districtId === districtId;

export type OpportunityPage = Awaited<ReturnType<typeof loader>>;

export default function OpportunityOverview() {
  const page = useLoaderData<typeof loader>();
  const t = useT();
  const { id, title, kind, organization, news, problems, offers } = page;
  return (
    <>
      <PageHeading
        title={title}
        lede={[kind && isKind(kind) ? t(`opportunity:kind.${kind}`) : null, t("partner:overview.by", { organization })]
          .filter(Boolean)
          .join(" · ")}
        actions={
          <>
            <ButtonLink to={paths.partner.edit(id)} variant="secondary" icon="pencil">
              {t("partner:overview.edit")}
            </ButtonLink>
            <Form method="post" action={paths.partner.copy(id)}>
              <IdempotencyKey value={page.idempotencyKey} />
              <Button variant="secondary" icon="file-text">
                {t("freshness:again.copy")}
              </Button>
            </Form>
            <ButtonLink to={paths.partner.picture(id)} variant="secondary" icon="upload">
              {t("profile:picture.link")}
            </ButtonLink>
            <ButtonLink to={paths.partner.preview(id)} variant="secondary" icon="eye">
              {t("partner:overview.preview")}
            </ButtonLink>
          </>
        }
      />
      {news && (
        <Notice tone="success" live>
          {t(`partner:overview.${news}`)}
        </Notice>
      )}
      {page.entered.map(({ district, day }) => (
        <Notice key={district} title={t("joining:claim.title", { district })}>
          <p className="mb-3">{t("joining:claim.home", { district, day })}</p>
          <Form method="post" action={paths.partner.claim(id)}>
            <IdempotencyKey value={page.idempotencyKey} />
            <Button variant="secondary" icon="circle-check">
              {t("joining:claim.right")}
            </Button>
          </Form>
        </Notice>
      ))}
      {problems.length > 0 ? (
        <Notice tone="warning" title={t("partner:overview.incomplete", { count: problems.length })}>
          <MissingList opportunityId={id} problems={problems} />
        </Notice>
      ) : (
        offers.length === 0 && <Notice tone="success">{t("partner:overview.complete")}</Notice>
      )}
      <h2 className="mb-3">{t("partner:overview.districts")}</h2>
      {offers.length === 0 && <p className="measure mb-4 text-muted">{t("partner:overview.no_offers")}</p>}
      <SendAll page={page} />
      <ul className="mb-8 grid gap-4">
        {offers.map((offer) => (
          <OfferCard key={offer.listingId} offer={offer} page={page} />
        ))}
      </ul>
      <OfferForm page={page} />
    </>
  );
}
