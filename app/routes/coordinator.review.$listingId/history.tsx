import type { EventName } from "#app/domain/events/event-names.ts";
import type { ReasonCode } from "#app/domain/listings/lifecycle.ts";
import { useT } from "#app/i18n/locale.tsx";
import type { SaidDecision } from "#app/ui/review/review-outlet.ts";

interface HistoryProps {
  decisions: (SaidDecision & { id: string; reasonCode: ReasonCode | null })[];
  events: { id: string; name: EventName; at: string; actor: string | null; note: string | null }[];
}

/** Earlier decisions with their words, then everything that happened; newest first. */
export function History({ decisions, events }: HistoryProps) {
  const t = useT();
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t("coordinator:history.title")}</h2>
      {decisions.length === 0 && <p className="text-muted">{t("coordinator:history.no_decisions")}</p>}
      <ol className="mt-3 grid gap-3">
        {decisions.map((decision) => (
          <li key={decision.id} className="rounded-card border border-line bg-surface p-4">
            <p className="font-semibold">
              {t(`coordinator:decision.said.${decision.decision}`, {
                who: decision.isMine ? t("coordinator:you") : (decision.reviewer ?? t("people:former_coordinator")),
                at: decision.at,
              })}
            </p>
            {decision.reasonCode && <p>{t(`opportunity:reason.${decision.reasonCode}`)}</p>}
            {decision.note && <p className="break-words whitespace-pre-line text-muted">{decision.note}</p>}
          </li>
        ))}
      </ol>
      {events.length > 0 && (
        <details className="mt-3">
          <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t("coordinator:history.events")}</summary>
          <ol className="grid gap-1">
            {events.map(({ id, name, at, actor, note }) => (
              <li key={id} className="text-muted">
                {at} · {t(`coordinator:event.${name.replace(".", "_")}` as "coordinator:event.listing_submitted")} ·{" "}
                {actor ?? t("coordinator:history.nobody")}
                {note && <span className="block break-words whitespace-pre-line">{note}</span>}
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
