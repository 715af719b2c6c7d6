import { Link } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Icon, type IconName } from "#app/ui/icon.tsx";

const { partnerships, review, reports, imports } = paths.coordinator;

/** What may need somebody, in the order in which others wait for it, and where it is done. */
const NEEDS = [
  { need: "toVet", icon: "shield-check", to: partnerships("show=requested") },
  { need: "toReview", icon: "list", to: review() },
  { need: "edits", icon: "pencil", to: review("has=edit") },
  { need: "reported", icon: "circle-alert", to: reports() },
  { need: "endingAgreements", icon: "calendar-days", to: partnerships("show=approved&need=expiring") },
  { need: "endingDocuments", icon: "file-text", to: partnerships("show=all&need=expiring") },
  { need: "unconfirmed", icon: "hourglass", to: review("show=unconfirmed") },
  { need: "suggestions", icon: "sparkles", to: review("show=suggestions") },
  { need: "closing", icon: "clock", to: review("show=closing") },
  { need: "failedImports", icon: "upload", to: imports() },
] as const satisfies { need: string; icon: IconName; to: string }[];

export type Counts = Record<(typeof NEEDS)[number]["need"], number>;

/** What is not zero, as a number that leads there; what is, as done. */
export function NeedsList({
  counts,
  oldestDays,
  nobodyToAsk,
}: {
  counts: Counts;
  oldestDays: number | null;
  /** Of the unconfirmed, those nobody could be mailed about. */
  nobodyToAsk: number;
}) {
  const t = useT();
  const about = (need: keyof Counts) => {
    if (need === "toReview" && oldestDays !== null) return t("coordinator:home.oldest", { count: oldestDays });
    if (need === "unconfirmed" && nobodyToAsk > 0) return t("queue:home.nobody_to_ask", { count: nobodyToAsk });
    return t(`queue:home.about.${need}`);
  };
  const waiting = NEEDS.filter(({ need }) => counts[need] > 0);
  const finished = NEEDS.filter(({ need }) => counts[need] === 0);
  return (
    <>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {waiting.map(({ need, icon, to }) => (
          <li key={need}>
            <Link
              to={to}
              className="flex h-full items-center gap-4 rounded-card border border-line bg-surface p-4 text-ink no-underline hover:border-primary"
            >
              <span className="min-w-12 shrink-0 text-4xl font-bold tabular-nums">{counts[need]}</span>
              <span>
                <span className="flex items-start gap-2 leading-tight font-semibold">
                  <Icon name={icon} className="mt-0.5 shrink-0 text-primary" />
                  {t(`queue:home.${need}`)}
                </span>
                <span className="text-muted">{about(need)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {finished.length > 0 && waiting.length > 0 && (
        <p className="mt-4 text-muted">
          <Icon name="circle-check" className="me-1 text-success" />
          {t("queue:home.finished", { what: finished.map(({ need }) => t(`queue:home.${need}`)).join(" · ") })}
        </p>
      )}
    </>
  );
}
