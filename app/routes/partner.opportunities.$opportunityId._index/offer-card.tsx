import { Form } from "@remix-run/react";
import { canHappen, isEditable } from "#app/domain/listings/lifecycle.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { ListingStateTag } from "#app/ui/listing-state-tag.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { InDistrict } from "./in-district.tsx";
import { hasUnsentChange, maySend } from "./may-send.ts";
import type { OpportunityPage } from "./route.tsx";
import { Story } from "./story.tsx";

export type Offer = OpportunityPage["offers"][number];

/** Where the opportunity stands with one district, and what the partner can do about it there. */
export function OfferCard({ offer, page }: { offer: Offer; page: OpportunityPage }) {
  const t = useT();
  return (
    <li id={`listing-${offer.listingId}`} className="rounded-card border border-line bg-surface px-4 py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3>{offer.districtName}</h3>
        <ListingStateTag state={offer.state} />
        {offer.editPending && <Tag tone="info">{t("partner:edit_waits")}</Tag>}
      </div>
      <p className="mt-1 text-muted">{useStateInWords(offer)}</p>
      {offer.kindThere && <p className="mt-1">{t("partner:offer.kind_there", { kind: offer.kindThere })}</p>}
      {offer.leavesAfter && (
        <p className="mt-2 flex gap-2">
          <Icon name="hourglass" />
          {t("freshness:leaves_after", { day: offer.leavesAfter })}
        </p>
      )}
      <LastWord offer={offer} />
      {offer.placed && <InDistrict placed={offer.placed} />}
      <Actions offer={offer} page={page} />
      <Story moments={offer.moments} />
    </li>
  );
}

function useStateInWords(offer: Offer) {
  const t = useT();
  if (offer.state === "closed") return t(`partner:state_about.closed.${offer.closedReason ?? "withdrawn"}`);
  if (offer.state === "approved") return t("partner:state_about.approved", { date: offer.publishOn ?? "" });
  return t(`partner:state_about.${offer.state}`);
}

/** The district's last note, while it still asks for an answer. */
function LastWord({ offer: { state, editPending, lastDecision, districtName } }: { offer: Offer }) {
  const t = useT();
  const answered = editPending || lastDecision?.decision === "approved" || state === "submitted";
  if (!lastDecision || answered) return null;
  return (
    <div className="measure mt-3 border-s-4 border-accent ps-3">
      {lastDecision.reasonCode && (
        <p>{t("partner:reason", { reason: t(`opportunity:reason.${lastDecision.reasonCode}`) })}</p>
      )}
      {lastDecision.note && (
        <>
          <p className="font-semibold">{t("partner:note_from", { district: districtName })}</p>
          <p className="whitespace-pre-line">{lastDecision.note}</p>
        </>
      )}
    </div>
  );
}

function Actions({ offer, page }: { offer: Offer; page: OpportunityPage }) {
  const t = useT();
  const locale = useLocale();
  const { listingId, state, everSent } = offer;
  const changed = hasUnsentChange(offer, page);
  const word = state === "changes_requested" ? "again" : changed ? "change" : "button";
  return (
    <>
      {isEditable(state) && !offer.inForce && (
        <p className="mt-3 flex gap-2">
          <Icon name="hourglass" />
          {t("partner:send.not_vetted")}
        </p>
      )}
      {changed && <p className="mt-3">{t("partner:send.change_about")}</p>}
      <div className="mt-3 flex flex-wrap gap-3">
        {maySend(offer, page) && (
          <Form method="post" action={paths.partner.submission(listingId)}>
            <IdempotencyKey value={page.idempotencyKey} />
            <Button icon="send">{t(`partner:send.${word}`)}</Button>
          </Form>
        )}
        {state === "published" && (
          <>
            <Form method="post" action={paths.partner.confirmation(listingId)}>
              <IdempotencyKey value={page.idempotencyKey} />
              <Button variant={offer.leavesAfter ? "primary" : "secondary"} icon="circle-check">
                {t("freshness:still_true")}
              </Button>
            </Form>
            <a href={paths.listing(locale, offer.districtSlug, offer.slug)} className="btn btn-secondary">
              <Icon name="eye" />
              {t("partner:overview.see_public")}
            </a>
            <ButtonLink to={paths.partner.closure(listingId)} variant="danger">
              {t("partner:close.button")}
            </ButtonLink>
          </>
        )}
        {offer.mayReturn && canHappen("renew", state) && <Again offer={offer} idempotencyKey={page.idempotencyKey} />}
        {state === "draft" && !everSent && (
          <Form method="post" action={paths.partner.withdrawal(listingId)}>
            <IdempotencyKey value={page.idempotencyKey} />
            <Button variant="quiet">{t("partner:offer.withdraw")}</Button>
          </Form>
        )}
      </div>
    </>
  );
}

/** What ended may be put back while it holds, or posted again for another review. */
function Again({ offer: { listingId, mayReopen }, idempotencyKey }: { offer: Offer; idempotencyKey: string }) {
  const t = useT();
  return (
    <>
      {mayReopen && (
        <Form method="post" action={paths.partner.reopening(listingId)}>
          <IdempotencyKey value={idempotencyKey} />
          <Button variant="secondary" icon="undo-2">
            {t("freshness:again.reopen")}
          </Button>
        </Form>
      )}
      <Form method="post" action={paths.partner.renewal(listingId)}>
        <IdempotencyKey value={idempotencyKey} />
        <Button variant="secondary" icon="send">
          {t("freshness:again.renew")}
        </Button>
      </Form>
    </>
  );
}
