import { Form } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";

/** People who ask to act for the organization, for when no owner of it answers. */
export function WhoAsksToJoin({
  requests,
  partnershipId,
  idempotencyKey,
}: {
  requests: { id: string; name: string; email: string; at: string }[];
  partnershipId: string;
  idempotencyKey: string;
}) {
  const t = useT();
  if (requests.length === 0) return null;
  return (
    <section aria-labelledby="joining">
      <h2 id="joining" className="mb-1">
        {t("joining:partnerships.requests.title")}
      </h2>
      <p className="mb-3 text-muted">{t("joining:partnerships.requests.lede")}</p>
      <ul className="grid gap-3">
        {requests.map(({ id, name, email, at }) => (
          <li key={id} className="grid gap-3 rounded-card border border-line bg-surface px-4 py-3">
            <p className="break-words">
              <strong>{name}</strong> · {email} · <span className="text-muted">{at}</span>
            </p>
            <Form method="post" action={paths.coordinator.membership(id)} className="flex flex-wrap gap-3">
              <IdempotencyKey value={idempotencyKey} />
              <input type="hidden" name="partnershipId" value={partnershipId} />
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
