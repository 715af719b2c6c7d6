import type { InterestResult } from "#app/domain/interests/questionnaire.ts";
import { useT } from "#app/i18n/locale.tsx";
import { groupIcon } from "#app/ui/cluster-group.ts";
import { Icon, type IconName } from "#app/ui/icon.tsx";
import type { MatchesPageContent } from "./matches-page.server.ts";
import { NotYou } from "./not-you.tsx";
import { ThemeWheel } from "./theme-wheel.tsx";

interface Showing {
  result: InterestResult;
  page: Pick<MatchesPageContent, "clusters" | "pathways" | "themes" | "isTuning" | "rest">;
}

/** What the answers say: a picture, the themes, and the fields and pathways they lead to. */
export function Result({ result, page }: Showing) {
  const { clusters, pathways, rest } = page;
  const t = useT();
  return (
    <section className="result" aria-labelledby="result-heading">
      <h2 id="result-heading" className="visually-hidden">
        {t("interests:matches.figure_title")}
      </h2>
      <div>
        <ThemeWheel result={result} />
        {rest && (
          <p className="result-rest">
            {t("interests:matches.start_only")}{" "}
            <a href={rest.href}>{t("interests:matches.rest", { count: rest.count })}</a>
          </p>
        )}
        <NotYou result={result} themes={page.themes} isOpen={page.isTuning} />
      </div>
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
                <LeadsTo
                  key={cluster.code}
                  to={cluster}
                  icon={groupIcon(cluster.code.slice(0, 2))}
                  group={cluster.code.slice(0, 2)}
                  examples={cluster.examples.join(" · ")}
                />
              ))}
            </ul>
          </>
        )}
        {pathways.length > 0 && (
          <>
            <h3>{t("interests:matches.pathways_heading", { term: t("list:filter.pathway") })}</h3>
            <ul className="fields">
              {pathways.map((pathway) => (
                <LeadsTo key={pathway.slug} to={pathway} icon="route" />
              ))}
            </ul>
          </>
        )}
        <p className="result-caution">{t("interests:matches.caution")}</p>
      </div>
    </section>
  );
}

interface Leading {
  to: Pick<MatchesPageContent["pathways"][number], "name" | "href" | "isChosen" | "listings">;
  icon: IconName;
  group?: string;
  examples?: string;
}

/** A field or a pathway to choose, and what is on the list of it. */
function LeadsTo({ to, icon, group, examples }: Leading) {
  return (
    <li>
      <a href={to.href} className="field-chip" data-group={group} aria-current={to.isChosen || undefined}>
        <Icon name={to.isChosen ? "circle-check" : icon} />
        <span>
          {to.name}
          {examples && <span className="field-examples">{examples}</span>}
        </span>
      </a>
      {to.listings.length > 0 && (
        <ul className="field-listings">
          {to.listings.map(({ title, href }) => (
            <li key={href}>
              <a href={href}>{title}</a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
