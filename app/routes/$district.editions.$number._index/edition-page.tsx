import { percentOf, type EditionSummary } from "#app/domain/editions/summary.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { sinceInWords } from "#app/publishing/change-counts.ts";
import { EditionForms } from "#app/ui/editions/edition-forms.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { dateInWords } from "#app/ui/listing-words.ts";
import { PageLinks } from "#app/ui/list/page-links.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { Share } from "#app/ui/share.tsx";
import { ShortAddress, type ShownAddress } from "#app/ui/short-address.tsx";

interface EditionProps {
  district: string;
  number: number;
  title: string;
  asOf: string;
  note: string | null;
  isNoteForeign: boolean;
  summary: EditionSummary | null;
  /** The district's latest edition. */
  newest: number;
  page: number;
  pages: number;
  short: ShownAddress | null;
  /** Of the whole edition, by pathway and field; null: of none. */
  contents: readonly { name: string | null; count: number; page: number }[];
  /** What stands on this page. `at`: its place in the contents; `html`: its entries, drawn. */
  sections: readonly { at: number; isContinued: boolean; html: string }[];
}

export function EditionPage({ district, number, title, asOf, note, isNoteForeign, ...props }: EditionProps) {
  const t = useT();
  const locale = useLocale();
  const { summary, newest, page, pages, short, contents, sections } = props;
  return (
    <div className="wrap listing-page edition">
      <a href={paths.editions(locale, district)} className="back-link">
        <Icon name="arrow-left" />
        {t("editions:all.title")}
      </a>
      <PageHeading
        title={t("editions:named", { number, title })}
        lede={t("editions:page.lede", { date: dateInWords(locale, asOf) })}
        actions={<Share title={title} />}
      />
      {number < newest && (
        <p className="edition-newer">
          <Icon name="info" />
          <span>
            {t("editions:page.newer")}{" "}
            <a href={paths.edition(locale, district, newest)}>{t("editions:page.to_newest", { number: newest })}</a>
          </span>
        </p>
      )}
      {page === 1 && <AboutEdition {...{ district, number, note, isNoteForeign, summary, short }} />}
      {contents.length > 1 && (
        <nav className="edition-contents" aria-label={t("editions:page.contents")}>
          <ul>
            {contents.map(({ name, count, page: begins }, at) => (
              <li key={at}>
                <a href={`${begins === page ? "" : paths.edition(locale, district, number, begins)}#part-${at + 1}`}>
                  {name ?? t("editions:page.others")}
                </a>{" "}
                <span className="muted">({count})</span>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {sections.map(({ at, isContinued, html }) => {
        const name = contents[at]?.name ?? t("editions:page.others");
        return (
          <section key={at} className="band" aria-labelledby={`part-${at + 1}`}>
            <h2 id={`part-${at + 1}`}>{isContinued ? t("editions:page.continued", { name }) : name}</h2>
            <ul className="edition-entries" dangerouslySetInnerHTML={{ __html: html }} />
          </section>
        );
      })}
      <PageLinks {...{ page, pages }} address={(n) => paths.edition(locale, district, number, n)} />
    </div>
  );
}

/** What is said of the whole edition once, before its first listings. */
function AboutEdition({
  district,
  number,
  note,
  isNoteForeign,
  summary,
  short,
}: Pick<EditionProps, "district" | "number" | "note" | "isNoteForeign" | "summary" | "short">) {
  const t = useT();
  const locale = useLocale();
  const percent = summary && percentOf(summary);
  return (
    <>
      {note && (
        <div className="edition-note">
          <Prose text={note} lang={isNoteForeign ? "en" : undefined} />
        </div>
      )}
      {summary && (
        <p className="edition-sum">
          {t("editions:listings", { count: summary.listings })}
          {percent !== null && <> · {t("editions:rate_then", { percent, count: summary.days })}</>}
        </p>
      )}
      {summary?.since && (
        <p className="edition-sum">
          <a href={paths.editionChanges(locale, district, number)}>{sinceInWords(t, locale, summary.since)}</a>
        </p>
      )}
      <EditionForms district={district} number={number} />
      {short && <ShortAddress {...short} isCodeShown />}
    </>
  );
}
