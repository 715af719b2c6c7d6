import { Link, useSearchParams } from "@remix-run/react";
import { useT } from "#app/i18n/locale.tsx";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";
import { Icon } from "./icon.tsx";

export const PREVIEWS = ["student", "print"] as const;

export interface Preview {
  as: (typeof PREVIEWS)[number];
  locale: Locale;
  /** The language some of the text stays in; null: all of it can be read in `locale`. */
  staysIn: Locale | null;
  /** The page's markup, drawn on the server. */
  html: string;
}

interface Tab {
  value: string;
  label: string;
}

/** What readers will see, on the screen or on paper, in either language; the address says which. */
export function ListingPreview({
  preview: { as, locale, staysIn, html },
  places,
}: {
  preview: Preview;
  /** Districts whose readers may get it. */
  places?: { chosen: string; all: Tab[] };
}) {
  const t = useT();
  const page = <div lang={locale} className="preview-page" dangerouslySetInnerHTML={{ __html: html }} />;
  return (
    <>
      <div className="preview-tabs">
        <Tabs
          label={t("posting:preview.views")}
          name="as"
          chosen={as}
          tabs={PREVIEWS.map((value) => ({ value, label: t(`posting:preview.as.${value}`) }))}
        />
        <Tabs
          label={t("posting:preview.languages")}
          name="lang"
          chosen={locale}
          tabs={LOCALES.map((value) => ({ value, label: t(`posting:preview.lang.${value}`) }))}
        />
        {places && places.all.length > 1 && (
          <Tabs label={t("posting:preview.districts")} name="in" chosen={places.chosen} tabs={places.all} />
        )}
      </div>
      {staysIn && (
        <p className="measure mb-4 flex gap-2">
          <Icon name="info" />
          {t(`posting:preview.not_translated.${staysIn}`)}
        </p>
      )}
      {as === "print" ? (
        <section className="on-paper" aria-label={t("posting:preview.as.print")}>
          {page}
        </section>
      ) : (
        <div className="preview-screen">{page}</div>
      )}
    </>
  );
}

function Tabs({
  label,
  name,
  chosen,
  tabs,
}: {
  label: string;
  name: "as" | "lang" | "in";
  chosen: string;
  tabs: Tab[];
}) {
  const [asked] = useSearchParams();
  const at = (value: string) => {
    const params = new URLSearchParams(asked);
    params.delete("done");
    params.set(name, value);
    return `?${params}`;
  };
  return (
    <nav aria-label={label}>
      <ul>
        {tabs.map(({ value, label: words }) => (
          <li key={value}>
            <Link to={at(value)} preventScrollReset aria-current={value === chosen ? "page" : undefined}>
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
