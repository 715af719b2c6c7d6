import { useSearchParams } from "@remix-run/react";
import { useT } from "#app/i18n/locale.tsx";
import { Notice } from "../notice.tsx";

const DONE = [
  "restricted",
  "featured",
  "unfeatured",
  "moved",
  "added",
  "removed",
  "created",
  "edited",
  "published",
  "unpublished",
  "deleted",
] as const;
const PROBLEMS = ["too_many", "not_published", "collection_full"] as const;

/** What a button without a page of its own came to, as its redirect says. */
export function AnswerNotice() {
  const [asked] = useSearchParams();
  const t = useT();
  const done = DONE.find((word) => word === asked.get("done"));
  const problem = PROBLEMS.find((word) => word === asked.get("problem"));
  return (
    <>
      {done && <Notice tone="success" title={t(`curating:done.${done}`)} live />}
      {problem && <Notice tone="warning" title={t(`curating:problems.${problem}`)} live />}
    </>
  );
}
