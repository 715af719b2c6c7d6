import { Form } from "@remix-run/react";
import { isKind } from "#app/domain/opportunities/kinds.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/checkbox-group.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import type { OpportunityPage } from "./route.tsx";

/** The districts it is not offered to yet, or no longer. */
export function OfferForm({ page: { id, kind, open, offers, problems, idempotencyKey } }: { page: OpportunityPage }) {
  const t = useT();
  const choosable = open.filter(({ withheld }) => !withheld);
  const aboutIt = ({ withheld, kindThere, inForce }: (typeof open)[number]) => {
    const ours = kind && isKind(kind) ? t(`opportunity:kind.${kind}`) : "";
    if (withheld) return t("partner:offer.kind_withheld", { kind: kindThere ?? ours });
    return inForce ? kindThere && t("partner:offer.kind_there", { kind: kindThere }) : t("partner:offer.not_vetted");
  };
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
          defaultValue={open.length === 1 && offers.length === 0 ? choosable.map(({ districtId }) => districtId) : []}
          options={open.map((district) => ({
            value: district.districtId,
            label: district.name,
            help: aboutIt(district),
            disabled: district.withheld,
          }))}
        />
        <div className="flex flex-wrap gap-3">
          {problems.length === 0 && (
            <Button
              icon="send"
              formAction={paths.partner.submissions(id)}
              variant={offers.length === 0 ? "primary" : "secondary"}
            >
              {t("posting:together.offer_and_send")}
            </Button>
          )}
          <Button variant={problems.length === 0 ? "quiet" : "primary"}>
            {t(problems.length === 0 ? "posting:together.offer_only" : "partner:offer.button")}
          </Button>
        </div>
      </Form>
    </section>
  );
}
