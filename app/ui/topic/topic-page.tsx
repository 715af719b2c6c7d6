import type { ReactNode } from "react";
import type { Theme } from "#app/domain/interests/riasec.ts";
import type { Sector } from "#app/domain/organizations/sectors.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { groupIcon } from "../cluster-group.ts";
import { EmptyState } from "../empty-state.tsx";
import { Icon } from "../icon.tsx";
import { ListingCard, type CardListing } from "../listing-card.tsx";
import { listInWords, wordOf } from "../listing-words.ts";
import { Share } from "../share.tsx";

export interface TopicProps {
  /** What it is called, and the word for what it is. */
  name: string;
  sort: string;
  /** 01..06; null: of several. */
  group: string | null;
  /** Of its one page for a pin board, where there is one. */
  flyer?: string;
  /** What is said of it, above the figures. */
  children: ReactNode;
  topic: {
    district: { slug: string; name: string };
    today: string;
    total: number;
    listHref: string;
    cards: readonly CardListing[];
    kinds: readonly { kind: string; count: number; href: string }[];
    organizations: readonly { name: string; sector: Sector; href: string }[];
    subClusters: readonly string[];
    themes: readonly Theme[];
  };
}

/** A pathway's or a field's page: what it is, what there is of it today, and what leads there. */
export function TopicPage({ name, sort, group, flyer, children, topic }: TopicProps) {
  const t = useT();
  const locale = useLocale();
  const { district, today, total, listHref, cards, kinds, organizations, subClusters, themes } = topic;
  return (
    <div className="wrap listing-page topic" data-group={group ?? ""}>
      <a href={paths.pathways(locale, district.slug)} className="back-link">
        <Icon name="arrow-left" />
        {t("site:topics.back")}
      </a>
      <header className="topic-head">
        <p className="plank">
          <Icon name={groupIcon(group)} />
          {sort}
        </p>
        <h1>{name}</h1>
        {children}
        <div className="topic-do">
          {total > 0 && (
            <a href={listHref} className="btn btn-primary">
              {t("site:topics.see", { count: total })}
              <Icon name="arrow-right" />
            </a>
          )}
          {flyer && (
            <a href={flyer} className="btn btn-secondary" type="application/pdf">
              <Icon name="printer" />
              {t("paper:link.flyer")}
            </a>
          )}
          <Share />
        </div>
      </header>
      {total === 0 ? (
        <EmptyState title={t("site:topics.none")}>
          <p>{t("site:topics.none_about")}</p>
          <p className="flex flex-wrap justify-center gap-3">
            <a href={paths.list(locale, district.slug)} className="btn btn-primary">
              {t("site:saved.to_list")}
            </a>
            <a href={paths.saveSearch(locale, district.slug, listHref.split("?")[1])} className="btn btn-secondary">
              {t("saved:link")}
            </a>
          </p>
        </EmptyState>
      ) : (
        <section className="band">
          <div className="band-head">
            <h2>{t("site:topics.now", { count: total })}</h2>
            {total > cards.length && <a href={listHref}>{t("site:topics.see", { count: total })}</a>}
          </div>
          <div className="cards">
            {cards.map((card) => (
              <ListingCard key={card.href} listing={card} today={today} />
            ))}
          </div>
        </section>
      )}
      <div className="topic-more">
        {kinds.length > 0 && (
          <section>
            <h2>{t("list:filter.kind")}</h2>
            <ul className="link-list">
              {kinds.map(({ kind, count, href }) => (
                <li key={kind}>
                  <a href={href}>{wordOf(t, "kind", kind)}</a> <span className="muted">({count})</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {organizations.length > 0 && (
          <section>
            <h2>{t("site:topics.who")}</h2>
            <ul className="link-list">
              {organizations.map((each) => (
                <li key={each.href}>
                  <a href={each.href}>{each.name}</a> <span className="muted">{wordOf(t, "sector", each.sector)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {subClusters.length > 0 && (
          <section>
            <h2>{t("site:topics.areas")}</h2>
            <ul className="tags">
              {subClusters.map((each) => (
                <li key={each} className="tag">
                  {each}
                </li>
              ))}
            </ul>
          </section>
        )}
        {themes.length > 0 && (
          <section>
            <h2>{t("site:topics.interests")}</h2>
            <p>
              {t("site:topics.leads", {
                themes: listInWords(
                  locale,
                  themes.map((theme) => t(`interests:theme.${theme}.like`)),
                ),
              })}{" "}
              <a href={paths.interests(locale, district.slug)}>{t("nav.interests")}</a>
            </p>
          </section>
        )}
      </div>
    </div>
  );
}
