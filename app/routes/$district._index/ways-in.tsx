import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { GROUP_ICONS, isClusterGroup, type ClusterGroup } from "#app/ui/cluster-group.ts";
import { Icon } from "#app/ui/icon.tsx";
import { wordOf } from "#app/ui/listing-words.ts";
import { PathwayLinks } from "#app/ui/site/pathway-links.tsx";
import type { FrontProps } from "./front.tsx";

/** Six groups of work, each a signpost to its part of the list. */
export function Directions({ district, groups }: { district: string } & Pick<FrontProps, "groups">) {
  const t = useT();
  const locale = useLocale();
  if (groups.length === 0) return null;
  return (
    <section className="band">
      <div className="band-head">
        <h2>{t("list:ways_in.title")}</h2>
        <p className="muted">{t("list:ways_in.lede")}</p>
      </div>
      <ul className="ways-in">
        {groups
          .filter(({ group }) => isClusterGroup(group))
          .map(({ group, total, clusters }) => (
            <li key={group}>
              <a
                href={paths.list(locale, district, new URLSearchParams(clusters.map((code) => ["cluster", code])))}
                className="way-in"
                data-group={group}
              >
                <Icon name={GROUP_ICONS[group as ClusterGroup]} />
                <span>{t(`list:group.${group as ClusterGroup}`)}</span>
                <span className="way-in-count">{t("list:ways_in.count", { count: total })}</span>
              </a>
            </li>
          ))}
      </ul>
    </section>
  );
}

export function Kinds({ district, kinds }: { district: string } & Pick<FrontProps, "kinds">) {
  const t = useT();
  const locale = useLocale();
  if (kinds.length === 0) return null;
  return (
    <section className="band">
      <div className="band-head">
        <h2>{t("site:front.kinds")}</h2>
        <p className="muted">{t("site:front.kinds_lede")}</p>
      </div>
      <ul className="kind-chips">
        {kinds.map(({ kind, count }) => (
          <li key={kind}>
            <a href={paths.list(locale, district, new URLSearchParams({ kind }))}>
              {wordOf(t, "kind", kind)} <span className="muted">({count})</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Pathways({ district, pathways }: { district: string } & Pick<FrontProps, "pathways">) {
  const t = useT();
  const locale = useLocale();
  if (pathways.length === 0) return null;
  return (
    <section className="band">
      <div className="band-head">
        <h2>{t("interests:matches.filters.pathway")}</h2>
        <a href={paths.pathways(locale, district)}>{t("site:front.pathways_all")}</a>
      </div>
      <PathwayLinks district={district} pathways={pathways} />
    </section>
  );
}

/** Who reads for somebody else, and who offers. */
export function ForOthers({ district }: { district: string }) {
  const t = useT();
  const locale = useLocale();
  return (
    <div className="band for-others">
      <section className="callout">
        <h2>{t("site:front.parents_title")}</h2>
        <p>{t("site:front.parents")}</p>
        <a href={paths.forParents(locale, district)} className="btn btn-secondary">
          <Icon name="hand-heart" />
          {t("site:front.parents_button")}
        </a>
      </section>
      <section className="callout">
        <h2>{t("site:front.partners_title")}</h2>
        <p>{t("site:front.partners")}</p>
        <a href={`${paths.howItWorks(locale, district)}#partners`} className="btn btn-secondary">
          <Icon name="building-2" />
          {t("site:front.partners_button")}
        </a>
      </section>
    </div>
  );
}
