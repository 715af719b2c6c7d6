import { useT } from "#app/i18n/locale.tsx";
import { groupIcon } from "#app/ui/cluster-group.ts";
import { Icon } from "#app/ui/icon.tsx";
import { SEARCH_FORM } from "#app/ui/list/search-form.tsx";
import type { FilterGroup, FilterOption } from "./filter-groups.ts";

const MOST_AT_FIRST = 7;

/** One question of the filters, its answers and how many listings each leaves. */
export function Group({ group: { id, legend, options }, open }: { group: FilterGroup; open: boolean }) {
  const t = useT();
  const first = options.length > MOST_AT_FIRST + 1 ? options.slice(0, MOST_AT_FIRST) : options;
  const rest = options.slice(first.length);
  return (
    <details className="filter-group" id={`filter-${id}`} open={open}>
      <summary>
        {legend}
        <Icon name="chevron-down" />
      </summary>
      <fieldset className="filter-options">
        <legend className="visually-hidden">{legend}</legend>
        {first.map((option) => (
          <Option key={`${option.name} ${option.value}`} option={option} />
        ))}
        {rest.length > 0 && (
          <details className="filter-more" id={`filter-${id}-more`} open={rest.some((option) => option.chosen)}>
            <summary>{t("list:filter.more", { count: options.length })}</summary>
            {rest.map((option) => (
              <Option key={`${option.name} ${option.value}`} option={option} />
            ))}
          </details>
        )}
      </fieldset>
    </details>
  );
}

function Option({ option: { name, value, label, count, chosen, group } }: { option: FilterOption }) {
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
