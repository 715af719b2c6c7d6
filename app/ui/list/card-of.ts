import { wordingOf } from "#app/domain/opportunities/wording.ts";
import { paths } from "#app/http/paths.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { CardListing } from "../listing-card.tsx";
import type { ReaderContent } from "../listing-view.tsx";

/** A published listing with its district, as its card shows it. */
export function cardOf(
  listing: {
    slug: string;
    content: ReaderContent;
    organization: { name: string };
    subClusters: readonly string[];
    onlyGrades: readonly number[];
    publishedOn: string | null;
    confirmedOn: string | null;
    closesOn: string | null;
  },
  { locale, district, distanceMiles = null }: { locale: Locale; district: string; distanceMiles?: number | null },
): CardListing {
  const { slug, publishedOn, confirmedOn, closesOn, onlyGrades } = listing;
  const { kind, language, schedule, days, startTime, endTime, setting, city } = listing.content;
  const { gradeMin, gradeMax, ageMin, ageMax, pay, earnsCredit, busStop, transport } = listing.content;
  const { title } = wordingOf(listing.content, locale);
  return {
    ...{ title: title.text, titleLang: title.lang },
    ...{ kind, language, schedule, days, startTime, endTime, setting, city },
    ...{ gradeMin, gradeMax, ageMin, ageMax, pay, earnsCredit, busStop, transport },
    ...{ publishedOn, confirmedOn, closesOn, distanceMiles, onlyGrades },
    subClusters: [...listing.subClusters],
    href: paths.listing(locale, district, slug),
    save: { district, slug },
    organization: listing.organization.name,
  };
}
