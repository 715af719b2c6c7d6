import type { ReactNode } from "react";
import { MOST_COMPARED } from "#app/http/compared.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Button } from "../button.tsx";
import { ListingCard, type CardListing } from "../listing-card.tsx";
import { RemoveButton, SaveButton } from "./save-button.tsx";

/** Either stands on the list and has a card, or is over and says why. */
export interface SavedItem {
  slug: string;
  title: string;
  why: "closed" | "expired" | "suspended" | null;
  card: CardListing | null;
}

/** What somebody saved in one district. `inAccount`: each is taken off by a button of its own. */
export function SavedList({
  district,
  today,
  items,
  inAccount = false,
  level = 3,
}: {
  district: string;
  today: string;
  items: readonly SavedItem[];
  inAccount?: boolean;
  /** Of each one's heading. */
  level?: 2 | 3;
}) {
  const t = useT();
  const locale = useLocale();
  const standing = items.filter(({ card }) => card !== null);
  return (
    <form action={paths.compare(locale, district)} className="saved-list">
      <ul className="cards">
        {items.map(({ slug, title, why, card }) => (
          <li key={slug} className="saved-item">
            {card ? (
              <ListingCard listing={inAccount ? withoutSaving(card) : card} today={today} level={level} />
            ) : (
              <Over district={district} slug={slug} title={title} saving={!inAccount} level={level}>
                {why && t(`listing:over.${why}`)}
              </Over>
            )}
            <p className="saved-choices">
              {card && standing.length > 1 && (
                <label className="choice">
                  <input type="checkbox" name="listing" value={slug} />
                  <span>
                    {t("site:compare.choose")}
                    <span className="visually-hidden"> {title}</span>
                  </span>
                </label>
              )}
              {inAccount && <RemoveButton district={district} slug={slug} title={title} />}
            </p>
          </li>
        ))}
      </ul>
      {standing.length > 1 && (
        <p className="saved-compare">
          <Button variant="secondary" icon="columns-3">
            {t("site:compare.button")}
          </Button>
          <span className="muted">{t("site:compare.how_many", { count: MOST_COMPARED })}</span>
        </p>
      )}
    </form>
  );
}

const withoutSaving = ({ save: _, ...card }: CardListing): CardListing => card;

/** What is no longer on the list: still named, so that nobody wonders where it went. */
function Over({
  district,
  slug,
  title,
  saving,
  level,
  children,
}: {
  district: string;
  slug: string;
  title: string;
  saving: boolean;
  level: 2 | 3;
  children: ReactNode;
}) {
  const Heading = `h${level}` as const;
  const locale = useLocale();
  return (
    <article className="card card-over">
      {saving && <SaveButton district={district} slug={slug} title={title} compact />}
      <Heading className="card-title">
        <a href={paths.listing(locale, district, slug)}>{title}</a>
      </Heading>
      <p className="card-note">{children}</p>
    </article>
  );
}
