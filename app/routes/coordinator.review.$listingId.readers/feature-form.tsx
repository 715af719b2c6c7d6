import { Form, Link } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";

interface Props {
  listingId: string;
  isPublic: boolean;
  isFeatured: boolean;
  idempotencyKey: string;
}

/** Puts the listing on top of the district's front page, or takes it off. */
export function FeatureForm({ listingId, isPublic, isFeatured, idempotencyKey }: Props) {
  const t = useT();
  return (
    <section className="mt-6 border-t border-line pt-5">
      <h2 className="mb-2">{t("curating:front.title")}</h2>
      {isPublic || isFeatured ? (
        <Form method="post" action={paths.coordinator.featured(listingId)}>
          <IdempotencyKey value={idempotencyKey} />
          <input type="hidden" name="from" value="listing" />
          <Button name="change" value={isFeatured ? "remove" : "add"} variant="secondary">
            {t(isFeatured ? "curating:front.remove" : "curating:front.add")}
          </Button>{" "}
          <Link to={paths.coordinator.frontPage()}>{t("curating:front.see")}</Link>
        </Form>
      ) : (
        <p className="text-muted">{t("curating:problems.not_published")}</p>
      )}
    </section>
  );
}
