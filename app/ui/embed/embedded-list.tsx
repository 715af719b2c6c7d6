import { useT } from "#app/i18n/locale.tsx";
import { ListingCard, type CardListing } from "../listing-card.tsx";

export interface EmbeddedListProps {
  district: string;
  today: string;
  cards: readonly CardListing[];
  total: number;
  /** The same search on the district's list. */
  listAddress: string;
}

/** What stands in the frame, a part of the page around it: the first cards of a search, and the way to all of it. */
export function EmbeddedList({ district, today, cards, total, listAddress }: EmbeddedListProps) {
  const t = useT();
  return (
    <section className="embed" aria-labelledby="embed-title">
      <div className="embed-head">
        <h2 id="embed-title">{t("front:embedded.title", { district })}</h2>
        <p className="embed-count">
          {total > 0 ? t("front:embedded.count", { count: total }) : t("front:embedded.nothing")}
        </p>
      </div>
      {cards.length > 0 && (
        <div className="cards">
          {cards.map((card) => (
            <ListingCard key={card.href} listing={card} today={today} />
          ))}
        </div>
      )}
      <div className="embed-foot">
        <a href={listAddress} className="btn btn-primary">
          {t("front:embedded.all", { district })}
        </a>
        <p className="embed-made">{t("front:powered_by")}</p>
      </div>
    </section>
  );
}
