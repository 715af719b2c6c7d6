import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "./button.tsx";
import { IdempotencyKey } from "./idempotency-key.tsx";

/** People who ask to act for an organization, and the word of whoever may say it. */
export function WhoAsksToJoin({
  requests,
  to,
  lede,
  partnershipId,
}: {
  requests: { id: string; name: string; email: string; at: string; idempotencyKey: string }[];
  /** Where a request is decided. */
  to: (requestId: string) => string;
  lede?: string;
  /** The page to come back to, where it is a district's. */
  partnershipId?: string;
}) {
  const t = useT();
  if (requests.length === 0) return null;
  return (
    <section aria-label={t("joining:partnerships.requests.title")}>
      <h2 className="mb-1">{t("joining:partnerships.requests.title")}</h2>
      {lede && <p className="mb-3 text-muted">{lede}</p>}
      <ul className="grid gap-3">
        {requests.map(({ id, name, email, at, idempotencyKey }) => (
          <li key={id} className="grid gap-3 rounded-card border border-line bg-surface px-4 py-3">
            <p className="break-words">
              <strong>{name}</strong> · {email} · <span className="text-muted">{at}</span>
            </p>
            <Form method="post" action={to(id)} className="flex flex-wrap gap-3">
              <IdempotencyKey value={idempotencyKey} />
              {partnershipId && <input type="hidden" name="partnershipId" value={partnershipId} />}
              <Button variant="secondary" name="decision" value="approved">
                {t("joining:partnerships.requests.approve")}
              </Button>
              <Button variant="quiet" name="decision" value="declined">
                {t("joining:partnerships.requests.decline")}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
