import { Form, Link } from "@remix-run/react";
import { FEW_VIEWS } from "#app/domain/listings/views.ts";
import { isKind } from "#app/domain/opportunities/kinds.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { ListingStateTag } from "#app/ui/listing-state-tag.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Offered } from "./home.server.ts";

type Opportunity = Offered["opportunities"][number];

export function OpportunityRow({
  opportunity,
  showsOrganization,
  idempotencyKey,
}: {
  opportunity: Opportunity;
  showsOrganization: boolean;
  idempotencyKey: string;
}) {
  const t = useT();
  const { id, title, kind, organizationName, offers } = opportunity;
  const kindInWords = kind && isKind(kind) ? t(`opportunity:kind.${kind}`) : t("partner:home.no_kind");
  return (
    <li className="relative grid gap-x-6 gap-y-2 px-4 py-3 hover:bg-primary-soft md:grid-cols-[1fr_auto] md:items-center">
      <div className="min-w-0">
        <h3>
          <Link to={paths.partner.opportunity(id)} className="text-ink no-underline after:absolute after:inset-0">
            {title}
          </Link>
        </h3>
        <p className="text-sm text-muted">{showsOrganization ? `${organizationName} · ${kindInWords}` : kindInWords}</p>
      </div>
      <ul className="grid gap-2 md:justify-items-end">
        {offers.length === 0 && <li className="text-sm text-muted">{t("partner:home.not_offered")}</li>}
        {offers.map((offer) => (
          <li key={offer.listingId} className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm md:justify-end">
            <span className="text-muted">{offer.districtName}</span>
            <ListingStateTag state={offer.state} />
            {offer.editPending && <Tag tone="info">{t("partner:edit_waits")}</Tag>}
            {offer.seen > 0 && (
              <span className="text-muted">
                {offer.seen < FEW_VIEWS
                  ? t("freshness:home.seen_few", { few: String(FEW_VIEWS) })
                  : t("freshness:home.seen", { count: offer.seen })}
              </span>
            )}
            {offer.saved > 0 && (
              <span className="text-muted">
                {offer.saved < FEW_VIEWS
                  ? t("site:saved.people_few", { few: String(FEW_VIEWS) })
                  : t("site:saved.people", { count: offer.saved })}
              </span>
            )}
            {offer.mayRenew && (
              <Form method="post" action={paths.partner.renewal(offer.listingId)} className="relative z-10">
                <IdempotencyKey value={idempotencyKey} />
                <Button variant="quiet" icon="send">
                  {t("freshness:again.renew")}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}
