import { Form, Link } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";

interface Props {
  listingId: string;
  collections: readonly { id: string; name: string; isIn: boolean; idempotencyKey: string }[];
}

/** Which collections the listing stands in, each with a button of its own. */
export function InCollections({ listingId, collections }: Props) {
  const t = useT();
  return (
    <section className="mt-6 border-t border-line pt-5">
      <h2 className="mb-2">{t("curating:collections.title")}</h2>
      {collections.length === 0 && (
        <p className="text-muted">
          {t("curating:collections.none")}{" "}
          <Link to={paths.coordinator.newCollection()}>{t("curating:collections.new")}</Link>
        </p>
      )}
      <ul className="divide-y divide-line">
        {collections.map(({ id, name, isIn, idempotencyKey }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-1.5">
            <Link to={paths.coordinator.collection(id)} className="min-w-0 break-words">
              {name}
            </Link>
            <Form method="post" action={paths.coordinator.collectionListing(id, listingId)}>
              <IdempotencyKey value={idempotencyKey} />
              <input type="hidden" name="from" value="listing" />
              <Button name="change" value={isIn ? "remove" : "add"} variant="quiet">
                {t(isIn ? "curating:collections.take_out" : "curating:collections.put_in")}
                <span className="sr-only"> {name}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
