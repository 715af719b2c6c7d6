import { people } from "../cast.ts";
import type { Offer, SeedOpportunity } from "./seed-opportunity.ts";

/** When a listing was written, sent in, decided on and confirmed, in days before now; null when it was not. */
export interface History {
  drafted: number;
  submitted: number | null;
  decided: number | null;
  confirmed: number | null;
}

/** Spreads the past over the last weeks, the same for a listing every time. */
export function history(seed: SeedOpportunity, offer: Offer): History {
  const submittedOnly = (submitted: number, decided: number | null) => ({
    drafted: submitted + 2,
    submitted,
    decided,
    confirmed: null,
  });
  switch (offer.state) {
    case "draft":
      return { drafted: 1 + (seed.n % 5), submitted: null, decided: null, confirmed: null };
    case "submitted":
      return submittedOnly(offer.ago, null);
    case "changes_requested":
    case "declined":
      return submittedOnly(offer.ago + 3, offer.ago);
    case "approved":
      return { ...submittedOnly(4, 2), confirmed: 4 };
    case "expired":
      return { ...submittedOnly(84, 82), confirmed: offer.why === "over" ? 30 : 63 };
    case "published":
    case "closed":
    case "suspended": {
      // One in six is new on the list; the others have been there for a while and were confirmed since.
      const confirmed = ("confirmed" in offer && offer.confirmed) || ((seed.n * 13) % 50) + 0.3;
      const usual = seed.n % 6 === 0 ? ((seed.n * 5) % 11) + 0.5 : confirmed + ((seed.n * 7) % 30);
      const decided = Math.max(usual, "ago" in offer ? offer.ago + 5 : 0);
      const submitted = decided + 1 + (seed.n % 3);
      return { ...submittedOnly(submitted, decided), confirmed: Math.min(confirmed, submitted) };
    }
  }
}

/** Marcus takes every fourth of Riverbend's. */
export function reviewer(seed: SeedOpportunity, offer: Offer) {
  if (offer.district === "lakeshore") return people.priya.id;
  return seed.n % 4 === 0 ? people.marcus.id : people.dana.id;
}
