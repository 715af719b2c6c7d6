import { useT } from "#app/i18n/locale.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { SEARCH_FORM } from "#app/ui/list/search-form.tsx";

const DISTANCES = [2, 5, 10, 25, 50];

export interface DrawnFilters {
  /** Markup of the groups nearly everybody asks, and of the others. */
  asked: string;
  folded: string;
  /** Something among the others is chosen. */
  isFoldedOpen: boolean;
}

/**
 * Beside the list where there is room; on a phone behind one line, which the page's script opens as a sheet. Every
 * control belongs to the search form, so without a script "Show results" sends all of it.
 */
export function Filters({
  groups,
  schools,
  chosen,
  within,
  clearAddress,
}: {
  groups: DrawnFilters;
  /** Names of the district's schools. */
  schools: readonly string[];
  chosen: number;
  /** Miles around the place asked for, "" for any; null when no place is. */
  within: string | null;
  clearAddress: string;
}) {
  const t = useT();
  return (
    <details className="filters" id="filters" data-close={t("list:filter.close")}>
      <summary>
        <Icon name="sliders-horizontal" />
        {t("list:filter.open")}
        {chosen > 0 && (
          <span className="tag tag-primary">
            <span aria-hidden="true">{chosen}</span>
            <span className="visually-hidden">{t("list:filter.chosen", { count: chosen })}</span>
          </span>
        )}
      </summary>
      <div className="filter-body">
        {schools.length > 0 && <NearSchool schools={schools} />}
        {within !== null && <Distance within={within} />}
        <div dangerouslySetInnerHTML={{ __html: groups.asked }} />
        {groups.folded && (
          <details className="filter-rest" id="filter-rest" open={groups.isFoldedOpen}>
            <summary>
              {t("list:filter.rest")}
              <Icon name="chevron-down" />
            </summary>
            <div dangerouslySetInnerHTML={{ __html: groups.folded }} />
          </details>
        )}
        <div className="filter-actions">
          <button form={SEARCH_FORM} className="btn btn-primary apply">
            {t("list:filter.apply")}
          </button>
          {chosen > 0 && (
            <a href={clearAddress} className="btn btn-quiet">
              {t("list:filter.clear")}
            </a>
          )}
        </div>
      </div>
    </details>
  );
}

/** Puts a school into "Where?"; afterwards it stands there, so this one asks anew each time. */
function NearSchool({ schools }: { schools: readonly string[] }) {
  const t = useT();
  return (
    <div className="filter-group filter-distance">
      <label htmlFor="near-school">{t("list:filter.near_school")}</label>
      <select id="near-school" name="school" form={SEARCH_FORM} autoComplete="off" className="control">
        <option value="">{t("list:filter.near_school_choose")}</option>
        {schools.map((school) => (
          <option key={school}>{school}</option>
        ))}
      </select>
    </div>
  );
}

function Distance({ within }: { within: string }) {
  const t = useT();
  const known = within === "" || DISTANCES.includes(Number(within));
  const choices = known ? DISTANCES : [...DISTANCES, Number(within)].sort((a, b) => a - b);
  return (
    <div className="filter-group filter-distance">
      <label htmlFor="within">{t("list:filter.within")}</label>
      <select id="within" name="within" form={SEARCH_FORM} defaultValue={within} className="control">
        <option value="any">{t("list:filter.within_any")}</option>
        {choices.map((miles) => (
          <option key={miles} value={miles}>
            {t("list:filter.within_miles", { count: miles })}
          </option>
        ))}
      </select>
    </div>
  );
}
