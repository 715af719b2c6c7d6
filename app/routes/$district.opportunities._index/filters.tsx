import { useT } from "#app/i18n/locale.tsx";
import { groupIcon } from "#app/ui/cluster-group.ts";
import { Icon } from "#app/ui/icon.tsx";
import { SEARCH_FORM } from "#app/ui/list/search-form.tsx";
import type { FilterGroup, FilterOption } from "./filter-groups.ts";

const OPEN_AT_FIRST = 4;
const MOST_AT_FIRST = 7;
const DISTANCES = [2, 5, 10, 25, 50];

/**
 * Beside the list where there is room; on a phone behind one line, which the page's script opens as a sheet. Every
 * control belongs to the search form, so without a script "Show results" sends all of it.
 */
export function Filters({
  groups,
  chosen,
  within,
  clearAddress,
}: {
  groups: readonly FilterGroup[];
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
        {within !== null && <Distance within={within} />}
        {groups.map((group, index) => (
          <Group
            key={group.name}
            group={group}
            open={index < OPEN_AT_FIRST || group.options.some((option) => option.chosen)}
          />
        ))}
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

function Group({ group: { name, legend, options }, open }: { group: FilterGroup; open: boolean }) {
  const t = useT();
  const first = options.length > MOST_AT_FIRST + 1 ? options.slice(0, MOST_AT_FIRST) : options;
  const rest = options.slice(first.length);
  return (
    <details className="filter-group" id={`filter-${name}`} open={open}>
      <summary>
        {legend}
        <Icon name="chevron-down" />
      </summary>
      <fieldset className="filter-options">
        <legend className="visually-hidden">{legend}</legend>
        {first.map((option) => (
          <Option key={option.value} name={name} option={option} />
        ))}
        {rest.length > 0 && (
          <details className="filter-more" id={`filter-${name}-more`} open={rest.some((option) => option.chosen)}>
            <summary>{t("list:filter.more", { count: options.length })}</summary>
            {rest.map((option) => (
              <Option key={option.value} name={name} option={option} />
            ))}
          </details>
        )}
      </fieldset>
    </details>
  );
}

function Option({ name, option: { value, label, count, chosen, group } }: { name: string; option: FilterOption }) {
  const t = useT();
  return (
    <label className="filter-option" data-group={group}>
      <input
        type="checkbox"
        form={SEARCH_FORM}
        id={`filter-${name}-${value}`}
        name={name}
        value={value}
        defaultChecked={chosen}
      />
      <span className="filter-name">
        {group && <Icon name={groupIcon(group)} />}
        {label}
      </span>
      <span className="filter-count">
        <span aria-hidden="true">{count}</span>
        <span className="visually-hidden">{t("list:filter.count_label", { count })}</span>
      </span>
    </label>
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
