import { KIND_CODES } from "#app/domain/opportunities/kinds.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import type { RegionQuery } from "#app/search/region-query.ts";
import { Icon } from "#app/ui/icon.tsx";
import { wordOf } from "#app/ui/listing-words.ts";

type Choice = { value: string; label: string };

/** Words, a kind and a field; the address is the whole question. */
export function RegionSearch({ slug, query, clusters }: { slug: string; query: RegionQuery; clusters: Choice[] }) {
  const t = useT();
  const locale = useLocale();
  const kinds = KIND_CODES.map((value) => ({ value, label: wordOf(t, "kind", value) }));
  return (
    <form role="search" action={paths.region(locale, slug)} className="search region-search">
      <div className="search-part">
        <label htmlFor="q">{t("list:search.what")}</label>
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={query.words}
          maxLength={200}
          placeholder={t("list:search.what_example")}
          enterKeyHint="search"
          className="control"
        />
      </div>
      <Select
        name="kind"
        label={t("list:filter.kind")}
        any={t("front:region.any_kind")}
        chosen={query.kind}
        options={kinds}
      />
      <Select
        name="cluster"
        label={t("list:filter.cluster")}
        any={t("front:region.any_field")}
        chosen={query.cluster}
        options={clusters}
      />
      <button className="btn btn-primary">
        <Icon name="search" />
        {t("list:search.button")}
      </button>
    </form>
  );
}

function Select({
  name,
  label,
  any,
  chosen,
  options,
}: {
  name: string;
  label: string;
  any: string;
  chosen: string | null;
  options: readonly Choice[];
}) {
  return (
    <div className="search-part">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={chosen ?? ""} className="control">
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
