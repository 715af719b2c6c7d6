import type { Following } from "#app/domain/editions/following.server.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { FACET_GROUPS } from "#app/search/search-index.ts";
import { SORTS, type Sort } from "#app/search/criteria.ts";
import { ListState } from "#app/ui/editions/list-state.tsx";
import { Hero } from "#app/ui/list/hero.tsx";
import { ListMap } from "#app/ui/list/list-map.tsx";
import { withoutAll } from "#app/ui/list/list-address.ts";
import { SearchForm } from "#app/ui/list/search-form.tsx";
import type { MapPoint, MapSchool } from "#app/ui/map-projection.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { Chip } from "./filter-groups.ts";
import { Filters, type DrawnFilters } from "./filters.tsx";
import { KeepUp } from "./keep-up.tsx";
import { OtherForms } from "./other-forms.tsx";
import { NoResults } from "./no-results.tsx";
import { NotYetOpen, type NotYetShown } from "./not-yet.tsx";
import { Pages } from "./pages.tsx";
import { ResultsHead } from "./results-head.tsx";
import type { Widening } from "./widening.ts";

export interface ListPageProps {
  district: { slug: string; name: string };
  /** The address' query as the search understood it. */
  params: URLSearchParams;
  words: string;
  where: string;
  /** What `where` was understood as; null: not asked, or unknown. */
  place: string | null;
  unknownPlace: boolean;
  /** Miles, "any", or null when there is no place to measure from. */
  within: string | null;
  sort: Sort;
  page: number;
  pages: number;
  total: number;
  degraded: boolean;
  groups: DrawnFilters;
  /** Of the district. */
  schools: readonly MapSchool[];
  /** Where all that was found is; null when no map is asked for. */
  map: { cells: Record<string, number>; around: MapPoint | null } | null;
  following: Following;
  /** Of one grade that was chosen; null when there is none. */
  notYet: NotYetShown | null;
  chips: readonly Chip[];
  /** Markup of each, drawn by the server. */
  cards: readonly string[];
  widenings: readonly Widening[];
}

const ASKING = ["q", "where", "area", ...FACET_GROUPS];

export function ListPage(props: ListPageProps) {
  const { district, params, words, where, unknownPlace, sort, page, pages, total, chips, cards } = props;
  const t = useT();
  const locale = useLocale();
  const sorts = props.within === null ? SORTS.filter((choice) => choice !== "nearest") : SORTS;
  return (
    <>
      <Hero title={t("list:list_title")} short>
        <SearchForm
          district={district.slug}
          words={words}
          where={where}
          unknownPlace={unknownPlace}
          sort={params.get("sort") ?? undefined}
          map={params.get("map") ?? undefined}
          area={params.get("area") ?? undefined}
        />
      </Hero>
      <div className="wrap list-layout">
        <Filters
          groups={props.groups}
          schools={props.schools.map(({ name }) => name)}
          chosen={chips.length}
          within={props.within}
          clearAddress={paths.list(locale, district.slug, withoutAll(params, ["area", ...FACET_GROUPS]))}
        />
        <p id="announce" role="status" className="visually-hidden" />
        <div id="results" className="results">
          <ResultsHead
            district={district.slug}
            {...{ params, total, page, pages, sort, sorts, chips }}
            place={props.place}
          />
          <ListState district={district.slug} following={props.following} />
          <KeepUp district={district.slug} params={params} total={total} />
          {props.map && (
            <ListMap district={district.slug} {...{ params, total }} schools={props.schools} {...props.map} />
          )}
          {props.degraded && (
            <Notice tone="warning" title={t("list:degraded.title")}>
              {t("list:degraded.body")}
            </Notice>
          )}
          {cards.length > 0 ? (
            <div className="cards" dangerouslySetInnerHTML={{ __html: cards.join("") }} />
          ) : (
            <NoResults
              district={district.slug}
              asked={ASKING.some((name) => params.has(name))}
              words={words}
              where={where}
              widenings={props.widenings}
            />
          )}
          {props.notYet && (
            <NotYetOpen district={district.slug} params={params} page={page} pages={pages} notYet={props.notYet} />
          )}
          <Pages district={district.slug} params={params} page={page} pages={pages} />
          {cards.length > 0 && <OtherForms district={district.slug} params={params} />}
        </div>
      </div>
    </>
  );
}
