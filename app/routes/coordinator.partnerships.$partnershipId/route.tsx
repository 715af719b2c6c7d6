import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, Outlet, useLoaderData, useLocation, useSearchParams } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { mayBeEnteredFor } from "#app/domain/organizations/partnership-lifecycle.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { OrganizationMatch } from "#app/ui/organization-match.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { StandingTag } from "#app/ui/vetting/standing-tag.tsx";
import { WhoAsksToJoin } from "#app/ui/who-asks-to-join.tsx";
import { Checklist } from "./checklist.tsx";
import { Documents } from "./documents.tsx";
import { Notes } from "./notes.tsx";
import { OrganizationFacts } from "./organization-facts.tsx";
import { readPartnershipPage } from "./partnership-page.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.organization.name }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const page = await readPartnershipPage(ctx, args.context, idParam(args.params, "partnershipId"));
  if (!page) throw notFound();
  return page;
}

const CHANGED = ["approved", "declined", "suspended"] as const;

export default function PartnershipPage() {
  const { outlet, organization, standing, members, likely, requests, ...page } = useLoaderData<typeof loader>();
  const [asked] = useSearchParams();
  const { pathname } = useLocation();
  const t = useT();
  const changed = CHANGED.find((status) => status === asked.get("now") && status === outlet.standing);
  // A form that was asked for comes before what it is about, where there is one column.
  const isForm = pathname !== paths.coordinator.partnership(outlet.partnershipId);
  return (
    <>
      <p className="mb-3">
        <Link to={paths.coordinator.partnerships()}>{t("joining:partnerships.back")}</Link>
      </p>
      <PageHeading
        title={organization.name}
        lede={t(`opportunity:sector.${organization.sector}`)}
        actions={
          mayBeEnteredFor(outlet.standing) && (
            <ButtonLink to={paths.coordinator.entry(outlet.partnershipId)} variant="secondary" icon="plus">
              {t("queue:entry.for_this")}
            </ButtonLink>
          )
        }
      />
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
        <div className="grid min-w-0 gap-8">
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
          <Checklist partnershipId={outlet.partnershipId} items={page.checklist} />
          <Documents partnershipId={outlet.partnershipId} documents={page.documents} undoKey={page.undoKey} />
          <Notes
            partnershipId={outlet.partnershipId}
            notes={page.notes}
            today={outlet.today}
            idempotencyKey={page.noteKey}
          />
          <WhoAsksToJoin
            requests={requests}
            to={paths.coordinator.membership}
            lede={t("joining:partnerships.requests.lede")}
            partnershipId={outlet.partnershipId}
          />
        </div>
        <section
          aria-label={t("joining:partnerships.decision")}
          className={`rounded-card border border-line bg-surface p-5 ${isForm ? "max-lg:order-first" : ""}`}
        >
          <Outlet context={outlet} />
        </section>
      </div>
    </>
  );
}
