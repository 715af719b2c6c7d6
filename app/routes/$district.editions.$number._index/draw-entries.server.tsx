import type { PublishedList } from "#app/domain/editions/published-list.ts";
import type { PublishedListing } from "#app/domain/listings/published.server.ts";
import { wordingOf } from "#app/domain/opportunities/wording.ts";
import { drawnOnce, type Speaking } from "#app/http/drawn-once.server.tsx";
import { paths } from "#app/http/paths.ts";
import { translator } from "#app/i18n/translator.ts";
import { inBrief } from "#app/publishing/in-brief.ts";
import { groupOf } from "#app/ui/listing-words.ts";

/**
 * An entry of an edition as markup, plain enough for hundreds on a page. What an edition holds never changes, so each
 * is drawn once for its edition and language; `isOver`, that it has left the list since, is all that does.
 */
export function drawEntry(
  { district, edition }: Pick<PublishedList, "district" | "edition">,
  listing: PublishedListing,
  { isOver, ...speaking }: Speaking & { isOver: boolean },
): string {
  const number = edition?.number ?? 0;
  return drawnOnce("edition entry", [district.id, number, listing.id, isOver], speaking, () => {
    const { locale, words } = speaking;
    const t = translator(locale, words);
    const { title } = wordingOf(listing.content, locale);
    return (
      <li className="edition-entry" data-group={groupOf(listing.subClusters) ?? ""}>
        <h3>
          <a href={paths.editionListing(locale, district.slug, number, listing.slug)} lang={title.lang}>
            {title.text}
          </a>
        </h3>
        <p>{listing.organization.name}</p>
        <p className="muted">{inBrief(t, locale, listing)}</p>
        {isOver && <p className="edition-over">{t("editions:entry.over")}</p>}
      </li>
    );
  });
}
