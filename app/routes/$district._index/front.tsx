import type { Following } from "#app/domain/editions/following.server.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { ListState } from "#app/ui/editions/list-state.tsx";
import { Hero } from "#app/ui/list/hero.tsx";
import { SearchForm } from "#app/ui/list/search-form.tsx";
import { ListingCard, type CardListing } from "#app/ui/listing-card.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { WeeklyLink } from "#app/ui/saved/weekly-link.tsx";
import { Directions, ForOthers, Kinds, Pathways } from "./ways-in.tsx";

export interface FrontProps {
  district: { slug: string; name: string };
  /** The district's own words; `lang`: where they are not in the reader's language. */
  welcome: { text: string; lang?: string } | null;
  today: string;
  total: number;
  following: Following;
  /** Per group, how many listings and the clusters that make it. */
  groups: readonly { group: string; total: number; clusters: readonly string[] }[];
  kinds: readonly { kind: string; count: number }[];
  pathways: readonly { slug: string; name: string; count: number }[];
  /** What the district puts on top, in its order. */
  featured: readonly CardListing[];
  collections: readonly { href: string; name: string }[];
  closing: readonly CardListing[];
  newest: readonly CardListing[];
}

/** What a district's readers meet first: a search, six ways in, what closes soon and what is new. */
export function Front(props: FrontProps) {
  const { district, welcome, today, total, groups, kinds, pathways, featured, collections, closing, newest } = props;
  const t = useT();
  const locale = useLocale();
  const list = paths.list(locale, district.slug);
  return (
    <>
      <Hero title={t("list:hero.title")} lede={t("list:hero.lede", { district: district.name })}>
        <SearchForm district={district.slug} words="" where="" />
      </Hero>
      <div className="wrap">
        {welcome && (
          <section className="band welcome" aria-label={t("front:welcome", { district: district.name })}>
            <Prose {...welcome} />
          </section>
        )}
        <ListState district={district.slug} following={props.following} />
        <Band
          title={t("curating:public.featured", { district: district.name })}
          more={t("list:all_button", { count: total })}
          href={list}
          cards={featured}
          today={today}
        />
        {collections.length > 0 && (
          <section className="band">
            <div className="band-head">
              <h2>{t("curating:public.collections")}</h2>
            </div>
            <ul className="ways-in">
              {collections.map(({ href, name }) => (
                <li key={href}>
                  <a href={href} className="way-in" data-group="">
                    <Icon name="list" />
                    <span>{name}</span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <Directions district={district.slug} groups={groups} />
        <section className="band callout">
          <div>
            <h2>{t("list:callout.title")}</h2>
            <p>{t("list:callout.body")}</p>
          </div>
          <a href={paths.interests(locale, district.slug)} className="btn btn-primary">
            <Icon name="compass" />
            {t("list:callout.button")}
          </a>
        </section>
        <Band
          title={t("list:closing.title")}
          more={t("list:closing.all")}
          href={`${list}?sort=closing`}
          cards={closing}
          today={today}
        />
        <Band
          title={t("list:newest.title")}
          more={t("list:newest.all", { count: total })}
          href={`${list}?sort=newest`}
          cards={newest}
          today={today}
        />
        <p className="keep-up">
          <WeeklyLink district={district.slug} />
        </p>
        <Kinds district={district.slug} kinds={kinds} />
        <Pathways district={district.slug} pathways={pathways} />
        <ForOthers district={district.slug} />
        <p className="band-end">
          <a href={list} className="btn btn-secondary">
            {t("list:all_button", { count: total })}
            <Icon name="arrow-right" />
          </a>
        </p>
      </div>
    </>
  );
}

function Band({
  title,
  more,
  href,
  cards,
  today,
}: {
  title: string;
  more: string;
  href: string;
  cards: readonly CardListing[];
  today: string;
}) {
  if (cards.length === 0) return null;
  return (
    <section className="band">
      <div className="band-head">
        <h2>{title}</h2>
        <a href={href}>{more}</a>
      </div>
      <div className="cards">
        {cards.map((card) => (
          <ListingCard key={card.href} listing={card} today={today} />
        ))}
      </div>
    </section>
  );
}
