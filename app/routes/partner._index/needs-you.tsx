import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import type { Needs } from "./home.server.ts";

/** What waits for the partner, before everything else: a question, a change asked for, a partnership. */
export function NeedsYou({ needs, idempotencyKey }: { needs: Needs; idempotencyKey: string }) {
  const { toConfirm, toChange, entered, standings } = needs;
  const t = useT();
  if (toConfirm.length + toChange.length + entered.length + standings.length === 0) return null;
  return (
    <section aria-labelledby="needs-you" className="mb-10">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 id="needs-you">{t("partner:home.needs_you")}</h2>
        {toConfirm.length > 1 && (
          <Form method="post" action={paths.partner.confirmations()}>
            <IdempotencyKey value={idempotencyKey} />
            <Button icon="circle-check">{t("freshness:home.confirm_all")}</Button>
          </Form>
        )}
      </div>
      <ul className="grid gap-3">
        {toConfirm.map((offer) => (
          <Need
            key={offer.listingId}
            title={<OpportunityLink id={offer.opportunityId} title={offer.title} />}
            text={t("freshness:home.to_confirm", { district: offer.districtName, day: offer.leavesAfter })}
          >
            <Form method="post" action={paths.partner.confirmation(offer.listingId)}>
              <IdempotencyKey value={idempotencyKey} />
              <input type="hidden" name="from" value="home" />
              <Button variant="secondary" icon="circle-check">
                {t("freshness:still_true")}
              </Button>
            </Form>
          </Need>
        ))}
        {toChange.map((offer) => (
          <Need
            key={offer.listingId}
            title={<OpportunityLink id={offer.opportunityId} title={offer.title} />}
            text={t(offer.state === "published" ? "partner:home.edit_turned_down" : "partner:home.needs_you_text", {
              district: offer.districtName,
            })}
            note={offer.lastDecision?.note}
          >
            <ButtonLink to={paths.partner.edit(offer.opportunityId)} variant="secondary" icon="pencil">
              {t("partner:home.change")}
            </ButtonLink>
          </Need>
        ))}
        {entered.map(({ opportunityId, title, district, day }) => (
          <Need
            key={`${opportunityId} ${district}`}
            title={<OpportunityLink id={opportunityId} title={title} />}
            text={t("joining:claim.home", { district, day })}
          >
            <div className="flex flex-wrap gap-3">
              <Form method="post" action={paths.partner.claim(opportunityId)}>
                <IdempotencyKey value={idempotencyKey} />
                <Button variant="secondary" icon="circle-check">
                  {t("joining:claim.right")}
                </Button>
              </Form>
              <ButtonLink to={paths.partner.edit(opportunityId)} variant="quiet" icon="pencil">
                {t("joining:claim.change")}
              </ButtonLink>
            </div>
          </Need>
        ))}
        {standings.map(({ id, organization, district, standing, until }) => (
          <Need
            key={`${organization} ${id}`}
            title={district}
            text={
              standing === "approved" && until
                ? t("freshness:home.ending", { organization, day: until })
                : t(`joining:districts.about.${standing}`)
            }
          >
            <ButtonLink to={paths.partner.partnerships()} variant="secondary" icon="shield-check">
              {t("freshness:home.look")}
            </ButtonLink>
          </Need>
        ))}
      </ul>
    </section>
  );
}

const OpportunityLink = ({ id, title }: { id: string; title: string }) => (
  <Link to={paths.partner.opportunity(id)} className="text-ink">
    {title}
  </Link>
);

function Need({
  title,
  text,
  note,
  children,
}: {
  title: ReactNode;
  text: string;
  note?: string | null | undefined;
  children: ReactNode;
}) {
  return (
    <li className="grid gap-3 rounded-card border border-s-8 border-line border-s-accent bg-surface px-4 py-4 md:grid-cols-[1fr_auto] md:items-center">
      <div className="grid gap-1">
        <h3>{title}</h3>
        <p>{text}</p>
        {note && (
          <blockquote className="measure border-s-4 border-line ps-3 whitespace-pre-line text-muted">{note}</blockquote>
        )}
      </div>
      {children}
    </li>
  );
}
