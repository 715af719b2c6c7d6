import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { canHappen } from "#app/domain/listings/lifecycle.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Notice } from "../notice.tsx";
import { NothingToDecide } from "./refused-notice.tsx";
import { useReviewOutlet } from "./review-outlet.ts";

/** One change of a listing on its own, after it was sent and not made; what is in its way, if something is. */
export function ChangePanel({
  name,
  transition,
  lastResult,
  children,
}: {
  name: "suspension" | "restoration" | "closure" | "reopening" | "confirmation";
  /** From whose states it starts. */
  transition: "suspend" | "restore" | "close" | "reopen";
  lastResult: SubmissionResult<string[]> | undefined;
  children: ReactNode;
}) {
  const { state, listingId } = useReviewOutlet();
  const t = useT();
  const refusal = lastResult?.error?.[""]?.join(" ");
  const typed = lastResult?.initialValue?.note;
  const back = (
    <p className="mt-5">
      <Link to={paths.coordinator.reviewListing(listingId)}>{t("coordinator:change.back")}</Link>
    </p>
  );
  if (canHappen(transition, state))
    return (
      <>
        <h2 className="mb-3">{t(`coordinator:${name}.title`)}</h2>
        {children}
        {back}
      </>
    );
  return (
    <>
      {refusal ? (
        <Notice tone="danger" title={refusal} live>
          {typeof typed === "string" && typed !== "" && (
            <p className="whitespace-pre-line">{t("coordinator:decision.you_wrote", { note: typed })}</p>
          )}
        </Notice>
      ) : (
        <NothingToDecide />
      )}
      {back}
    </>
  );
}
