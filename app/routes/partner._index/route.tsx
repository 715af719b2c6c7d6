import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePartner } from "#app/auth/guards.server.ts";
import { listOffers } from "#app/domain/listings/offering-status.server.ts";
import { listOpportunities } from "#app/domain/opportunities/opportunities.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { NeedsYou } from "./needs-you.tsx";
import { OpportunityRow } from "./opportunity-row.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePartner(args);
  const [opportunities, offers] = await Promise.all([listOpportunities(ctx), listOffers(ctx)]);
  const organizations = new Map<string, { id: string; name: string; opportunities: typeof lines }>();
  const lines = opportunities.map(({ updatedAt: _, ...opportunity }) => ({
    ...opportunity,
    offers: offers.filter((offer) => offer.opportunityId === opportunity.id),
  }));
  for (const line of lines) {
    const group = organizations.get(line.organizationId);
    if (group) group.opportunities.push(line);
    else
      organizations.set(line.organizationId, {
        id: line.organizationId,
        name: line.organizationName,
        opportunities: [line],
      });
  }
  const title = translator(args.context.locale)("partner:home.title");
  return { title, groups: [...organizations.values()].sort((a, b) => a.name.localeCompare(b.name)) };
}

export default function MyOpportunities() {
  const { groups } = useLoaderData<typeof loader>();
  const t = useT();
  const all = groups.flatMap((group) => group.opportunities);
  const post = (
    <ButtonLink to={paths.partner.newOpportunity()} icon="plus">
      {t("partner:home.new")}
    </ButtonLink>
  );
  if (all.length === 0)
    return (
      <>
        <PageHeading title={t("partner:home.title")} />
        <EmptyState title={t("partner:home.empty")}>
          <p className="measure">{t("partner:home.empty_text")}</p>
          {post}
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeading title={t("partner:home.title")} lede={t("partner:home.lede")} actions={post} />
      <NeedsYou opportunities={all} />
      {groups.map((group) => (
        <section key={group.id} aria-labelledby={`organization-${group.id}`} className="mb-10">
          <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
            <h2 id={`organization-${group.id}`}>{group.name}</h2>
            <p className="text-muted">{t("partner:home.count", { count: group.opportunities.length })}</p>
          </div>
          <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
            {group.opportunities.map((opportunity) => (
              <OpportunityRow key={opportunity.id} opportunity={opportunity} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
