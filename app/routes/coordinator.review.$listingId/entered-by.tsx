import { Form, useSearchParams } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { EnteredFacts } from "./entered.server.ts";

const SAID = ["entered", "corrected", "claim_asked"] as const;
const REFUSED = ["too_soon", "no_address"] as const;

/** That the staff wrote it down for a partner who phoned, and what can be done until the partner claims it. */
export function EnteredBy({ listingId, entered }: { listingId: string; entered: EnteredFacts }) {
  const { by, at, claimedAt, askedAt, mayCorrect, hasNobody, mayAsk, idempotencyKey } = entered;
  const t = useT();
  const [asked] = useSearchParams();
  const now = asked.get("now");
  const said = SAID.find((word) => word === now);
  const refused = REFUSED.find((word) => word === now);
  return (
    <>
      {said && <Notice tone="success" title={t(`queue:entry.now.${said}`)} live />}
      {refused && <Notice tone="warning" title={t(`queue:entry.refused.${refused}`)} live />}
      <Notice title={by ? t("queue:entry.by", { who: by, at }) : t("queue:entry.by_someone", { at })}>
        {claimedAt ? (
          <p>{t("queue:entry.claimed", { at: claimedAt })}</p>
        ) : (
          <>
            <p>{askedAt ? t("queue:entry.asked", { at: askedAt }) : t("queue:entry.not_asked")}</p>
            {hasNobody && <p>{t("queue:entry.has_nobody")}</p>}
            <div className="mt-3 flex flex-wrap gap-3">
              {mayCorrect && (
                <ButtonLink to={paths.coordinator.correction(listingId)} variant="secondary" icon="pencil">
                  {t("queue:entry.correct")}
                </ButtonLink>
              )}
              {mayAsk && (
                <Form method="post" action={paths.coordinator.claimRequest(listingId)}>
                  <IdempotencyKey value={idempotencyKey} />
                  <Button variant="secondary" icon="mail">
                    {t(askedAt ? "queue:entry.ask_again" : "queue:entry.ask")}
                  </Button>
                </Form>
              )}
            </div>
          </>
        )}
      </Notice>
    </>
  );
}
