import { Link } from "@remix-run/react";
import type { ListingState } from "#app/domain/listings/lifecycle.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { OrderButtons } from "#app/ui/curating/order-buttons.tsx";
import { Tag } from "#app/ui/tag.tsx";

export interface ListingRow {
  id: string;
  title: string;
  organization: string;
  state: ListingState;
  idempotencyKey: string;
}

/** What the collection holds, in its order; what readers do not see now says so. */
export function HeldListings({ collectionId, held }: { collectionId: string; held: readonly ListingRow[] }) {
  const t = useT();
  return (
    <section aria-labelledby="held" className="mb-8">
      <h2 id="held" className="mb-3">
        {t("curating:collections.held", { count: held.length })}
      </h2>
      {held.length === 0 && <p className="text-muted">{t("curating:collections.held_none")}</p>}
      <ol className="divide-y divide-line rounded-card border border-line bg-surface" hidden={held.length === 0}>
        {held.map(({ id, title, organization, state, idempotencyKey }, at) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-2">
            <span className="min-w-0 break-words">
              <Link to={paths.coordinator.reviewListing(id)} className="font-semibold">
                {title}
              </Link>{" "}
              <span className="text-muted">{organization}</span>{" "}
              {state !== "published" && <Tag tone="warning">{t(`opportunity:state.${state}`)}</Tag>}
            </span>
            <OrderButtons
              action={paths.coordinator.collectionListing(collectionId, id)}
              field="change"
              name={title}
              idempotencyKey={idempotencyKey}
              isFirst={at === 0}
              isLast={at === held.length - 1}
              remove={t("curating:collections.take_out")}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}
