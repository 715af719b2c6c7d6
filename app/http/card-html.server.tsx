import { ListingCard, type CardListing } from "#app/ui/listing-card.tsx";
import { drawnOnce, type Speaking } from "./drawn-once.server.tsx";

/** A card's markup, counting from the day `today`; `note` is a word above it. */
export const cardHtml = (
  listing: CardListing,
  { today, note, ...speaking }: Speaking & { today: string; note?: string },
): string =>
  drawnOnce("card", [listing, today, note], speaking, () => (
    <ListingCard listing={listing} today={today} note={note} />
  ));
