import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Notice } from "../notice.tsx";
import { LatestDecision, NothingToDecide } from "./refused-notice.tsx";
import { useReviewOutlet } from "./review-outlet.ts";

/** One decision on its own, after it was sent and not taken; who decided instead, if somebody did. */
export function DecisionPanel({
  name,
  lastResult,
  children,
}: {
  name: "approval" | "change_request" | "decline";
  lastResult: SubmissionResult<string[]> | undefined;
  children: ReactNode;
}) {
  const { awaiting, listingId } = useReviewOutlet();
  const t = useT();
  const refusal = lastResult?.error?.[""]?.join(" ");
  const typed = lastResult?.initialValue?.note;
  if (!awaiting)
    return (
      <>
        {refusal && (
          <Notice tone="danger" title={refusal} live>
            <LatestDecision />
            {typeof typed === "string" && typed !== "" && (
              <p className="mt-2 whitespace-pre-line">{t("coordinator:decision.you_wrote", { note: typed })}</p>
            )}
            <p className="mt-2">
              <Link to={paths.coordinator.review()}>{t("coordinator:decision.next")}</Link>
            </p>
          </Notice>
        )}
        {!refusal && <NothingToDecide />}
      </>
    );
  return (
    <>
      <h2 className="mb-3">{t(`coordinator:${name}.title`)}</h2>
      {children}
      <p className="mt-5">
        <Link to={paths.coordinator.reviewListing(listingId)}>{t("coordinator:decision.all")}</Link>
      </p>
    </>
  );
}
