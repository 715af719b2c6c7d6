import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, Outlet, useLoaderData, useSearchParams } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { listMembershipRequests } from "#app/domain/organizations/membership-requests.server.ts";
import { getPartnership } from "#app/domain/organizations/vetting-desk.server.ts";
import { proposedLastDay } from "#app/domain/organizations/vetting.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { sayDay, sayInstant } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { OrganizationMatch } from "#app/ui/organization-match.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { StandingTag } from "#app/ui/vetting/standing-tag.tsx";
import type { VettingOutlet } from "#app/ui/vetting/vetting-outlet.ts";
import { WhoAsksToJoin } from "#app/ui/who-asks-to-join.tsx";
import { OrganizationFacts } from "./organization-facts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.organization.name }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const found = await getPartnership(ctx, idParam(args.params, "partnershipId"));
  if (!found) throw notFound();
  const { partnership, organization, timeZone, today, standing, members, likely, listed } = found;
  const { locale } = args.context;
  const at = (instant: Date | null) => instant && sayInstant(instant, locale, timeZone);
  const requests = await listMembershipRequests(ctx, organization.id);
  const { name, sector, about, website, street, city, state, zip } = organization;
  const outlet: VettingOutlet = {
    ...{ partnershipId: partnership.id, standing, today, listed },
    proposedLastDay: proposedLastDay(today),
  };
  return {
    outlet,
    organization: { name, sector, about, website, street, place: [city, state, zip].filter(Boolean).join(" ") },
    standing: {
      until: partnership.inForceUntil && sayDay(partnership.inForceUntil, locale),
      requestedBy: found.requestedBy,
      requestedAt: at(partnership.requestedAt),
      vettedBy: found.vettedBy,
      vettedAt: at(partnership.vettedAt),
      reason: partnership.declineReason,
      note: partnership.note,
    },
    members,
    likely,
    requests: requests.map(({ requestedAt, ...request }) => ({
      ...request,
      at: at(requestedAt) ?? "",
      idempotencyKey: crypto.randomUUID(),
    })),
  };
}

const CHANGED = ["approved", "declined", "suspended"] as const;

export default function PartnershipPage() {
  const { outlet, organization, standing, members, likely, requests } = useLoaderData<typeof loader>();
  const [asked] = useSearchParams();
  const t = useT();
  const changed = CHANGED.find((status) => status === asked.get("now") && status === outlet.standing);
  return (
    <>
      <p className="mb-3">
        <Link to={paths.coordinator.partnerships()}>{t("joining:partnerships.back")}</Link>
      </p>
      <PageHeading title={organization.name} lede={t(`opportunity:sector.${organization.sector}`)} />
      <p className="-mt-3 mb-6">
        <StandingTag standing={outlet.standing} />
      </p>
      {changed && (
        <Notice
          tone="success"
          live
          title={t(`joining:partnerships.done.${changed}`, { organization: organization.name })}
        />
      )}
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(20rem,2fr)]">
        <div className="grid gap-8">
          {likely.length > 0 && (
            <Notice tone="warning" title={t("joining:partnerships.likely")}>
              <ul className="mt-2 grid gap-3">
                {likely.map((each) => (
                  <li key={each.id}>
                    <OrganizationMatch {...each} />
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          <OrganizationFacts organization={organization} standing={standing} members={members} />
          <WhoAsksToJoin
            requests={requests}
            to={paths.coordinator.membership}
            lede={t("joining:partnerships.requests.lede")}
            partnershipId={outlet.partnershipId}
          />
        </div>
        <section
          aria-label={t("joining:partnerships.decision")}
          className="rounded-card border border-line bg-surface p-5"
        >
          <Outlet context={outlet} />
        </section>
      </div>
    </>
  );
}
