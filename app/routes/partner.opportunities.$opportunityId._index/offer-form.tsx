import { Form } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/checkbox-group.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import type { OpportunityPage } from "./route.tsx";

/** The districts it is not offered to yet, or no longer. */
export function OfferForm({ page: { id, open, offers, idempotencyKey } }: { page: OpportunityPage }) {
  const t = useT();
  if (open.length === 0) return <p className="text-muted">{t("partner:offer.none")}</p>;
  return (
    <section aria-labelledby="offer" className="rounded-card border border-line bg-sunken px-4 py-4">
      <h2 id="offer" className="mb-3">
        {t("partner:offer.title")}
      </h2>
      <Form method="post" action={paths.partner.offers(id)}>
        <IdempotencyKey value={idempotencyKey} />
        <CheckboxGroup
          name="districtIds"
          legend={t("partner:offer.legend")}
          help={t("partner:offer.help")}
          defaultValue={open.length === 1 && offers.length === 0 ? open.map(({ districtId }) => districtId) : []}
          options={open.map(({ districtId, name, inForce }) => ({
            value: districtId,
            label: name,
            help: inForce ? undefined : t("partner:offer.not_vetted"),
          }))}
        />
        <Button variant={offers.length === 0 ? "primary" : "secondary"}>{t("partner:offer.button")}</Button>
      </Form>
    </section>
  );
}
