import { Link } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Changes } from "./changes.tsx";
import type { ChangedFact } from "./changed-facts.server.ts";

interface Props {
  listingId: string;
  other: { id: string; title: string; organization: string; changes: ChangedFact[] };
}

/** Another listing that looks alike next to this one, only where they differ. */
export function Beside({ listingId, other: { id, title, organization, changes } }: Props) {
  const t = useT();
  return (
    <section aria-labelledby="beside" className="scroll-mt-6">
      <h2 id="beside">{t("queue:beside.title")}</h2>
      <p className="text-muted">
        <Link to={paths.coordinator.reviewListing(id)}>{title}</Link> {t("queue:alike.of", { organization })}
      </p>
      <p className="text-muted">{t("queue:beside.lede", { count: changes.length })}</p>
      <Changes changes={changes} before={t("queue:beside.other")} after={t("queue:beside.this")} />
      <p className="mt-3">
        <Link to={paths.coordinator.reviewListing(listingId)}>{t("queue:beside.close")}</Link>
      </p>
    </section>
  );
}
