import { Form } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { ListingRow } from "./held-listings.tsx";

/** Finds listings by their titles and puts them in, one button each. */
export function AddListings({
  collectionId,
  words,
  found,
}: {
  collectionId: string;
  words: string;
  found: readonly ListingRow[];
}) {
  const t = useT();
  return (
    <section aria-labelledby="add">
      <h2 id="add" className="mb-3">
        {t("curating:add.title")}
      </h2>
      <Form method="get" className="mb-4 flex flex-wrap items-end gap-3">
        <TextField name="q" type="search" label={t("curating:add.words")} defaultValue={words} />
        <Button variant="secondary" icon="search" className="mb-5">
          {t("curating:add.find")}
        </Button>
      </Form>
      {words !== "" && found.length === 0 && <p role="status">{t("curating:add.none", { words })}</p>}
      <ul className="divide-y divide-line rounded-card border border-line bg-surface" hidden={found.length === 0}>
        {found.map(({ id, title, organization, state, idempotencyKey }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-2">
            <span className="min-w-0 break-words">
              <span className="font-semibold">{title}</span> <span className="text-muted">{organization}</span>{" "}
              {state !== "published" && <span className="text-muted">· {t(`opportunity:state.${state}`)}</span>}
            </span>
            <Form method="post" action={paths.coordinator.collectionListing(collectionId, id)}>
              <IdempotencyKey value={idempotencyKey} />
              <Button name="change" value="add" variant="quiet" icon="plus">
                {t("curating:collections.put_in")}
                <span className="sr-only"> {title}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
