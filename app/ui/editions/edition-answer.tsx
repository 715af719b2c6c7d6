import { useSearchParams } from "@remix-run/react";
import { useT } from "#app/i18n/locale.tsx";
import { Notice } from "../notice.tsx";

const DONE = ["drafted", "edited", "deleted", "scheduled", "unscheduled", "published"] as const;

/** What a form on the way here came to, as its redirect says. */
export function EditionAnswer() {
  const [asked] = useSearchParams();
  const t = useT();
  const done = DONE.find((word) => word === asked.get("done"));
  return done ? <Notice tone="success" title={t(`editing:done.${done}`)} live /> : null;
}
