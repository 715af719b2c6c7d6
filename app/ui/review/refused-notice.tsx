import type { ReactNode } from "react";
import { useT } from "#app/i18n/locale.tsx";
import { Notice } from "../notice.tsx";
import { useReviewOutlet } from "./review-outlet.ts";

/** Who decided last, what and when. */
export function LatestDecision() {
  const { latest } = useReviewOutlet();
  const t = useT();
  if (!latest) return null;
  const who = latest.isMine ? t("coordinator:you") : (latest.reviewer ?? t("people:former_coordinator"));
  return (
    <>
      <p>{t(`coordinator:decision.said.${latest.decision}`, { who, at: latest.at })}</p>
      {latest.note && (
        <p className="mt-1 whitespace-pre-line">{t("coordinator:decision.note_was", { note: latest.note })}</p>
      )}
    </>
  );
}

/** In place of the forms when nothing waits for a decision. */
export function NothingToDecide({ children }: { children?: ReactNode }) {
  const { state } = useReviewOutlet();
  const t = useT();
  return (
    <Notice tone="info" title={t("coordinator:decision.none", { state: t(`opportunity:state.${state}`) })}>
      <LatestDecision />
      {children}
    </Notice>
  );
}
