import { useSearchParams } from "@remix-run/react";
import type { ListingState } from "#app/domain/listings/lifecycle.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";

const SAID = ["suspended", "published", "approved", "closed"] as const;

/** What the coordinator has just made of the listing; nothing when it has moved on since. */
export function Changed({ state }: { state: ListingState }) {
  const [asked] = useSearchParams();
  const t = useT();
  const now = asked.get("now");
  const said = now === "confirmed" && state === "published" ? now : SAID.find((word) => word === state && word === now);
  return said ? <Notice tone="success" title={t(`coordinator:change.now.${said}`)} live /> : null;
}
