import { useSearchParams } from "@remix-run/react";
import { useT } from "#app/i18n/locale.tsx";
import { Notice } from "../notice.tsx";

const DONE = [
  "invited",
  "resent",
  "revoked",
  "role",
  "disabled",
  "enabled",
  "removed",
  "closed",
  "opened",
  "approved",
  "declined",
] as const;
const PROBLEMS = ["too_soon", "not_open", "already_decided"] as const;
const oneOf = <W extends string>(words: readonly W[], asked: string | null) => words.find((word) => word === asked);

/** What the form before led to, as its redirect says. */
export function OutcomeNotice() {
  const t = useT();
  const [asked] = useSearchParams();
  const done = oneOf(DONE, asked.get("done"));
  const problem = oneOf(PROBLEMS, asked.get("problem"));
  return (
    <>
      {done && <Notice tone="success" title={t(`people:done.${done}`)} live />}
      {problem && <Notice tone="warning" title={t(`people:problems.${problem}`)} live />}
    </>
  );
}
