import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePartner } from "#app/auth/guards.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DownloadTable } from "#app/ui/download-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageLinks } from "#app/ui/people/page-links.tsx";
import { readNeeds, readOffered } from "./home.server.ts";
import { NeedsYou } from "./needs-you.tsx";
import { OpportunityRow } from "./opportunity-row.tsx";
import { StateCounts } from "./state-counts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePartner(args);
  const { locale } = args.context;
  const { searchParams } = new URL(args.request.url);
  const [needs, offered] = await Promise.all([readNeeds(ctx, locale), readOffered(ctx, searchParams)]);
  return {
    title: translator(locale)("partner:home.title"),
    needs,
    ...offered,
    severalOrganizations: ctx.actor.organizationIds.length > 1,
    confirmed: searchParams.get("done") === "confirmed",
    idempotencyKey: crypto.randomUUID(),
  };
}

export default function PartnerHome() {
  const home = useLoaderData<typeof loader>();
  const { needs, counts, where, page, pages, opportunities } = home;
  const t = useT();
  const post = (
    <ButtonLink to={paths.partner.newOpportunity()} icon="plus">
      {t("partner:home.new")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeading title={t("partner:home.title")} lede={t("partner:home.lede")} actions={post} />
      {home.confirmed && (
        <Notice tone="success" live>
          {t("partner:overview.confirmed")}
        </Notice>
      )}
      <NeedsYou needs={needs} idempotencyKey={home.idempotencyKey} />
      {counts.length > 0 && <StateCounts counts={counts} where={where} />}
      {opportunities.length === 0 ? (
        <EmptyState title={t("partner:home.empty")}>
          <p className="measure">{t("partner:home.empty_text")}</p>
          {post}
        </EmptyState>
      ) : (
        <section aria-labelledby="offered">
          <h2 id="offered" className="mb-3">
            {t("freshness:home.offered")}
          </h2>
          <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
            {opportunities.map((opportunity) => (
              <OpportunityRow
                key={opportunity.id}
                opportunity={opportunity}
                showsOrganization={home.severalOrganizations}
                idempotencyKey={home.idempotencyKey}
              />
            ))}
          </ul>
          <PageLinks
            page={page}
            pages={pages}
            to={(other) => paths.partner.home(new URLSearchParams(at(where, other)))}
          />
          <DownloadTable action={paths.partner.listingsFile()} query={new URLSearchParams(at(where, 1))} />
        </section>
      )}
    </>
  );
}

const at = (where: { district: string; state: string } | null, page: number) => ({
  ...(where && { district: where.district, state: where.state }),
  page: String(page),
});
