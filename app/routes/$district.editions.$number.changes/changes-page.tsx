import type { Worded } from "#app/domain/opportunities/wording.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import type { SaidChange } from "#app/publishing/changes-in-words.ts";
import { countsInWords } from "#app/publishing/change-counts.ts";
import { SaidChanges } from "#app/ui/editions/said-changes.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { PageLinks } from "#app/ui/list/page-links.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

interface Shown {
  href: string;
  title: Worded;
  organization: string;
}

interface ChangesProps {
  district: string;
  title: string;
  /** Of the address. */
  number: number;
  since: number;
  until: number;
  /** What it is compared with. */
  other: number;
  page: number;
  pages: number;
  /** In all. */
  counts: Record<"added" | "closed" | "changed", number>;
  editions: readonly { number: number; title: string }[];
  /** Of this page. */
  changes: { added: readonly Shown[]; closed: readonly Shown[]; changed: readonly (Shown & { said: SaidChange[] })[] };
}

export function ChangesPage({ district, title, number, editions, changes, counts, ...props }: ChangesProps) {
  const t = useT();
  const locale = useLocale();
  const { added, closed, changed } = changes;
  const { since, until, other, page, pages } = props;
  return (
    <div className="wrap listing-page edition">
      <a href={paths.edition(locale, district, number)} className="back-link">
        <Icon name="arrow-left" />
        {t("editions:changes.back", { number })}
      </a>
      <PageHeading title={title} lede={countsInWords(t, locale, counts)} />
      {editions.length > 1 && (
        <form method="get" action={paths.editionChanges(locale, district, number)} className="edition-compare">
          <label htmlFor="since">{t("editions:changes.compare", { number })}</label>
          <select id="since" name="since" defaultValue={number === since ? until : since} className="control">
            {editions
              .filter((other) => other.number !== number)
              .map((other) => (
                <option key={other.number} value={other.number}>
                  {t("editions:named", other)}
                </option>
              ))}
          </select>
          <button className="btn btn-secondary">{t("editions:changes.show")}</button>
        </form>
      )}
      {editions.length === 1 && <p>{t("editions:changes.only")}</p>}
      <Listed title={t("editions:changes.added_title", { count: counts.added })} listings={added} />
      <Listed title={t("editions:changes.closed_title", { count: counts.closed })} listings={closed} />
      {changed.length > 0 && (
        <section className="band">
          <h2>{t("editions:changes.changed_title", { count: counts.changed })}</h2>
          <ul className="edition-entries">
            {changed.map((listing) => (
              <li key={listing.href} className="edition-entry">
                <Named {...listing} />
                <SaidChanges said={listing.said} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <PageLinks
        {...{ page, pages }}
        address={(n) => paths.editionChanges(locale, district, number, { since: other, page: n })}
      />
    </div>
  );
}

function Listed({ title, listings }: { title: string; listings: readonly Shown[] }) {
  if (listings.length === 0) return null;
  return (
    <section className="band">
      <h2>{title}</h2>
      <ul className="edition-entries">
        {listings.map((listing) => (
          <li key={listing.href} className="edition-entry">
            <Named {...listing} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Named({ href, title, organization }: Shown) {
  return (
    <>
      <h3>
        <a href={href} lang={title.lang}>
          {title.text}
        </a>
      </h3>
      <p>{organization}</p>
    </>
  );
}
