import type { InterestResult } from "#app/domain/interests/questionnaire.ts";
import { useT } from "#app/i18n/locale.tsx";
import { groupIcon } from "#app/ui/cluster-group.ts";
import { Icon } from "#app/ui/icon.tsx";
import type { MatchesPageContent } from "./matches-page.server.ts";
import { ThemeWheel } from "./theme-wheel.tsx";

/** What the answers say: a picture, the themes liked most, and the fields they lead to. */
export function Result({ result, clusters }: { result: InterestResult; clusters: MatchesPageContent["clusters"] }) {
  const t = useT();
  return (
    <section className="result" aria-labelledby="result-heading">
      <h2 id="result-heading" className="visually-hidden">
        {t("interests:matches.figure_title")}
      </h2>
      <ThemeWheel result={result} />
      <div className="result-words">
        <h3>{t("interests:matches.themes_heading")}</h3>
        <dl className="result-themes">
          {result.top.map((theme) => (
            <div key={theme}>
              <dt>{t(`interests:theme.${theme}.name`)}</dt>
              <dd>{t(`interests:theme.${theme}.about`)}</dd>
            </div>
          ))}
        </dl>
        {clusters.length > 0 && (
          <>
            <h3>{t("interests:matches.clusters_heading")}</h3>
            <ul className="fields">
              {clusters.map((cluster) => (
                <li key={cluster.code}>
                  <a
                    href={cluster.href}
                    className="field-chip"
                    data-group={cluster.code.slice(0, 2)}
                    aria-current={cluster.isChosen || undefined}
                  >
                    <Icon name={cluster.isChosen ? "circle-check" : groupIcon(cluster.code.slice(0, 2))} />
                    <span>
                      {cluster.name}
                      <span className="field-examples">{cluster.examples.join(" · ")}</span>
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        <p className="result-caution">{t("interests:matches.caution")}</p>
      </div>
    </section>
  );
}
