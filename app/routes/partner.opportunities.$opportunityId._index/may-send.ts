import { isEditable } from "#app/domain/listings/lifecycle.ts";
import type { Offer } from "./offer-card.tsx";
import type { OpportunityPage } from "./route.tsx";

type Text = Pick<OpportunityPage, "version" | "problems">;

/** The partner has written on since the text was sent that readers get, or will. */
export const hasUnsentChange = ({ state, sentVersion }: Offer, { version }: Text) =>
  state === "published" && version !== sentVersion;

export const maySend = (offer: Offer, text: Text) =>
  (isEditable(offer.state) || hasUnsentChange(offer, text)) && offer.inForce && text.problems.length === 0;
