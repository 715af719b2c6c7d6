import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, Outlet, useLoaderData } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { getDistrict, listPathways, listSchools } from "#app/domain/districts/districts.server.ts";
import { listBreaks } from "#app/domain/districts/school-breaks.server.ts";
import { describePicture } from "#app/domain/files/pictures.server.ts";
import { listCareerClusters, listSubClusters } from "#app/domain/interests/reference.server.ts";
import { getBeside } from "#app/domain/listings/alike.server.ts";
import { startingPlace } from "#app/domain/listings/placing.ts";
import { listReasonTemplates } from "#app/domain/listings/reason-templates.server.ts";
import { soundQuery } from "#app/domain/listings/review-criteria.ts";
import { mayReopen } from "#app/domain/listings/lifecycle.ts";
import { getReview, type ReviewDetail } from "#app/domain/listings/review-detail.server.ts";
import { reviewHints } from "#app/domain/listings/review-hints.ts";
import { checkWork } from "#app/domain/opportunities/check-work.ts";
import { listColleagues } from "#app/domain/people/colleagues.server.ts";
import { isKind } from "#app/domain/opportunities/kinds.ts";
import { idAsked, idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { sayDay, sayInstant } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { RuleFindings } from "#app/ui/rule-findings.tsx";
import type { ReviewOutlet } from "#app/ui/review/review-outlet.ts";
import { Tag } from "#app/ui/tag.tsx";
import { Changed } from "./changed.tsx";
import { Beside } from "./beside.tsx";
import { changedFacts } from "./changed-facts.server.ts";
import { contentFacts } from "./content-facts.server.ts";
import { Hints } from "./hints.tsx";
import { History } from "./history.tsx";
import { PictureChange } from "./picture-change.tsx";
import { EnteredBy } from "./entered-by.tsx";
import { readEntered } from "./entered.server.ts";
import { Standing } from "./standing.tsx";
import { WhatTheyWrote } from "./what-they-wrote.tsx";
import { Whose } from "./whose.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.facts.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const { locale } = args.context;
  const review = await getReview(ctx, idParam(args.params, "listingId"));
  if (!review) throw notFound();
  const [district, pathways, schools, subClusters, schoolBreaks, templates, colleagues] = await Promise.all([
    getDistrict(ctx.db, ctx.actor.districtId),
    listPathways(ctx.db, ctx.actor.districtId, { retiredToo: true }),
    listSchools(ctx.db, ctx.actor.districtId, { retiredToo: true }),
    listSubClusters(ctx.db),
    listBreaks(ctx.db, ctx.actor.districtId),
    listReasonTemplates(ctx),
    listColleagues(ctx),
  ]);
  if (!district) throw notFound();
  const clusters = await listCareerClusters(ctx.db, district.clusterWording);
  const { listing, organization, content, published, standing, timeZone } = review;
  const around = { today: review.today, schoolBreaks, sector: organization.sector };
  const findings = checkWork(content, around);
  const named = (each: { name: string; nameEs: string }) => (locale === "es" ? each.nameEs : each.name);
  const at = (instant: Date) => sayInstant(instant, locale, timeZone);
  const { pathwaysSuggested, ...placing } = startingPlace(review, pathways);
  const decisions = review.decisions.map(({ decidedAt, ...decision }) => ({ ...decision, at: at(decidedAt) }));
  const events = review.events.map((event) => ({ ...event, at: at(event.at) }));
  const outlet: ReviewOutlet = {
    listingId: listing.id,
    version: listing.version,
    state: listing.state,
    awaiting: review.awaiting,
    mayReopen: mayReopen(listing),
    isEdit: review.isEdit,
    suggested: review.suggested,
    pathwaysSuggested,
    today: review.today,
    labels: district.labels.map(({ name }) => name),
    publishOn: listing.publishOn,
    back: soundQuery(new URL(args.request.url).searchParams.get("from") ?? ""),
    templates,
    seconding: district.reviewPolicy === "two" ? secondingOf(review, ctx.actor.userId) : null,
    placing,
    choices: {
      pathways: pathways.map((pathway) => ({ value: pathway.id, label: named(pathway) })),
      schools: schools.map(({ id, name }) => ({ value: id, label: name })),
      clusters: clusters.map((cluster) => ({
        code: cluster.code,
        name: named(cluster),
        options: subClusters
          .filter(({ clusterCode }) => clusterCode === cluster.code)
          .map((sub) => ({ value: sub.code, label: named(sub) })),
      })),
    },
    latest: decisions[0] ?? null,
    paused: listing.state === "suspended" ? whoPaused(events) : null,
  };
  const besideId = idAsked(new URL(args.request.url).searchParams.get("beside"));
  const beside = besideId ? await getBeside(ctx, besideId) : null;
  const picture = await describePicture(ctx.db, content);
  const facts = contentFacts(content, locale);
  return {
    outlet,
    facts,
    changes: review.isEdit && published ? changedFacts(contentFacts(published, locale), facts) : null,
    kind: content.kind && isKind(content.kind) ? content.kind : null,
    sentAt: listing.submittedAt && at(listing.submittedAt),
    hints: review.awaiting ? reviewHints(content, review.today, findings) : [],
    findings,
    alike: review.alike,
    beside: beside && {
      ...{ id: beside.id, title: beside.content.title, organization: beside.organization },
      changes: changedFacts(contentFacts(beside.content, locale), facts),
    },
    organization: {
      name: organization.name,
      sector: organization.sector,
      about: organization.about,
      website: organization.website,
    },
    standing: {
      ...standing,
      vettedAt: standing.vettedAt && at(standing.vettedAt),
      inForceUntil: standing.inForceUntil && sayDay(standing.inForceUntil, locale),
    },
    decisions,
    events,
    picture: { now: review.isEdit && published ? await describePicture(ctx.db, published) : picture, sent: picture },
    whose: {
      assignedTo: listing.assignedTo,
      inReviewBy: review.inReviewBy,
      colleagues,
      key: crypto.randomUUID(),
    },
    entered: await readEntered(ctx, review, at),
  };
}

function secondingOf({ listing, secondedBy }: ReviewDetail, me: string): ReviewOutlet["seconding"] {
  if (listing.secondedBy === null) return { stage: "first", who: null };
  return { stage: listing.secondedBy === me ? "mine" : "second", who: secondedBy };
}

function whoPaused(events: readonly { name: string; at: string; actor: string | null; note: string | null }[]) {
  const last = events.find(({ name }) => name === "listing.suspended" || name === "listing.hidden");
  return last ? { who: last.actor, at: last.at, note: last.note } : null;
}

export default function ReviewPage() {
  const { outlet, facts, changes, kind, sentAt, hints, findings, alike, organization, standing, decisions, ...page } =
    useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <p className="mb-3">
        <Link to={paths.coordinator.review(outlet.back)}>{t("coordinator:detail.back")}</Link>
      </p>
      <PageHeading
        title={facts.title}
        lede={[organization.name, kind && t(`opportunity:kind.${kind}`)].filter(Boolean).join(" · ")}
        actions={
          <ButtonLink to={paths.coordinator.preview(outlet.listingId, outlet.back)} variant="secondary" icon="eye">
            {t("coordinator:detail.as_readers")}
          </ButtonLink>
        }
      />
      <p className="-mt-3 mb-6 flex flex-wrap items-center gap-2">
        <Tag tone={outlet.state === "submitted" ? "warning" : outlet.state === "published" ? "success" : "neutral"}>
          {t(`opportunity:state.${outlet.state}`)}
        </Tag>
        {outlet.isEdit && <Tag tone="info">{t("coordinator:edit_tag")}</Tag>}
        {sentAt && <span className="text-muted">{t("coordinator:detail.sent", { at: sentAt })}</span>}
      </p>
      <Changed state={outlet.state} />
      {page.entered && <EnteredBy listingId={outlet.listingId} entered={page.entered} />}
      {outlet.awaiting && <Whose outlet={outlet} whose={page.whose} />}
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(20rem,2fr)]">
        <div className="grid gap-8">
          <Hints listingId={outlet.listingId} hints={hints} alike={alike} />
          {page.beside && <Beside listingId={outlet.listingId} other={page.beside} />}
          <RuleFindings findings={findings} reader="coordinator" />
          <PictureChange {...page.picture} />
          <WhatTheyWrote facts={facts} changes={changes} />
          <History decisions={decisions} events={page.events} />
        </div>
        <div className="grid gap-6 max-lg:contents">
          <div className="max-lg:order-first">
            <Standing organization={organization} standing={standing} />
          </div>
          <section
            aria-label={t("coordinator:decision.label")}
            className="rounded-card border border-line bg-surface p-5"
          >
            <Outlet context={outlet satisfies ReviewOutlet} />
          </section>
        </div>
      </div>
    </>
  );
}
