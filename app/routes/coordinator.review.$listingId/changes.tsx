import { useT } from "#app/i18n/locale.tsx";
import type { ChangedFact } from "./changed-facts.server.ts";
import type { Run } from "./word-diff.server.ts";

/** Two texts side by side, only where they differ, word by word; one below the other on a phone. */
export function Changes({ changes, before, after }: { changes: ChangedFact[]; before: string; after: string }) {
  const t = useT();
  return (
    <ul className="mt-3 grid gap-3">
      {changes.map(({ fact, runs }) => (
        <li key={fact} className="rounded-card border border-line bg-surface p-4">
          <h3>{t(`coordinator:facts.${fact === "title" ? "title_field" : fact}`)}</h3>
          <div className="mt-2 grid gap-3 sm:grid-cols-2">
            <Side label={before} runs={runs} side="before" />
            <Side label={after} runs={runs} side="after" />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Side({ label, runs, side }: { label: string; runs: Run[]; side: "before" | "after" }) {
  const t = useT();
  const own = runs.filter((run) => run.in === "both" || run.in === side);
  return (
    <div className="min-w-0 rounded-control bg-sunken p-3">
      <p className="text-sm font-semibold text-muted">{label}</p>
      <p className="break-words whitespace-pre-line">
        {own.length === 0
          ? t("coordinator:facts.empty")
          : own.map((run, index) => (run.in === "both" ? run.text : <Marked key={index} run={run} />))}
      </p>
    </div>
  );
}

/** Struck or underlined and tinted, and said in words to who does not see it. */
function Marked({ run }: { run: Run }) {
  const t = useT();
  const Mark = run.in === "before" ? "del" : "ins";
  return (
    <Mark className={run.in === "before" ? "bg-danger-soft" : "bg-success-soft"}>
      <span className="sr-only"> {t(run.in === "before" ? "queue:changes.removed" : "queue:changes.added")} </span>
      {run.text}
      <span className="sr-only"> {t("queue:changes.end")} </span>
    </Mark>
  );
}
