import { Link } from "@remix-run/react";
import type { Finding } from "#app/domain/opportunities/check-work.ts";
import { hazardRule, RULES_CHECKED_ON } from "#app/domain/opportunities/child-labor-rules.ts";
import { openTo } from "#app/domain/opportunities/who-may-go.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { Icon } from "./icon.tsx";
import { clockInWords, dateInWords } from "./listing-words.ts";

/** What the rule check found, with where each rule stands. It hints; nobody is stopped by it. */
export function RuleFindings({
  findings,
  reader,
  changeAt,
}: {
  findings: readonly Finding[];
  reader: "partner" | "coordinator";
  /** Where its field can be changed. */
  changeAt?: (finding: Finding) => string;
}) {
  const t = useT();
  const locale = useLocale();
  if (findings.length === 0) return null;
  const open = openTo(findings);
  const day = dateInWords(locale, RULES_CHECKED_ON);
  return (
    <section aria-labelledby="rules" className="mb-6 rounded-card border border-line bg-surface p-5">
      <h2 id="rules" className="text-lg">
        {t("rules:panel.title")}
      </h2>
      <p className="measure text-muted">{t(`rules:panel.lede_${reader}`)}</p>
      {open && (
        <p className="mt-3 font-semibold">
          {open.age === 16
            ? t("rules:panel.open_to_16")
            : t(open.withAgreement ? "rules:panel.open_to_18_agreement" : "rules:panel.open_to_18")}
        </p>
      )}
      <ul className="mt-3 grid gap-3">
        {findings.map((finding) => (
          <li key={keyOf(finding)} className="flex gap-2">
            <span className={finding.severity === "warn" ? "mt-0.5 text-accent" : "mt-0.5 text-muted"}>
              <Icon name={finding.severity === "warn" ? "triangle-alert" : "info"} />
            </span>
            <div className="min-w-0">
              <p>{findingInWords(t, locale, finding)}</p>
              <p className="text-sm text-muted">
                {"hazard" in finding && (
                  <>
                    {finding.word === null
                      ? t("rules:panel.ticked")
                      : t(reader === "partner" ? "rules:panel.you_wrote" : "rules:panel.they_wrote", {
                          word: finding.word,
                        })}{" "}
                  </>
                )}
                <a href={finding.citation.url} rel="noopener noreferrer">
                  {finding.citation.cite}
                </a>
                , {t("rules:panel.checked", { day })}
                {changeAt && (
                  <>
                    {" · "}
                    <Link to={changeAt(finding)}>{t("rules:panel.change")}</Link>
                  </>
                )}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

const keyOf = (finding: Finding) => ("hazard" in finding ? finding.hazard : finding.code);

function findingInWords(t: Translate, locale: Locale, finding: Finding): string {
  if ("hazard" in finding) {
    const order = hazardRule(finding.hazard).order ?? 0;
    return t(`rules:finding.${finding.code}`, { order, hazard: t(`opportunity:hazard.${finding.hazard}`) });
  }
  if ("time" in finding) return t(`rules:finding.${finding.code}`, { time: clockInWords(locale, finding.time) });
  if (finding.code === "in_school_hours") {
    const [from, to] = [clockInWords(locale, finding.from), clockInWords(locale, finding.to)];
    return t("rules:finding.in_school_hours", { from, to });
  }
  if (finding.code === "permit") return t("rules:finding.permit", { state: finding.state ?? t("rules:your_state") });
  return t(`rules:finding.${finding.code}`, { ...finding });
}
