/** The address of a list that other sites show: a search, how many of its cards, how they look, and on which site. */
import { readOrigin } from "#app/domain/districts/web-origin.ts";
import { readQuery, writeQuery, type ListQuery } from "./query.ts";

export const LOOKS = ["auto", "light", "dark"] as const;
export type Look = (typeof LOOKS)[number];
export const CARDS = { least: 1, usual: 6, most: 24 } as const;

export interface EmbedQuery {
  /** Its first page, without a map. */
  list: ListQuery;
  cards: number;
  /** "auto": as the reader's device has it. */
  look: Look;
  /** The origin of the page around the frame, as the snippet says it; null: not said. */
  site: string | null;
}

/** Reads any address; what makes no sense in it is passed over. */
export function readEmbed(params: URLSearchParams): EmbedQuery {
  const site = readOrigin(params.get("site") ?? "", { localToo: true });
  return {
    list: { ...readQuery(params), map: false, page: 1 },
    cards: readCards(params.get("cards")) ?? CARDS.usual,
    look: LOOKS.find((look) => look === params.get("look")) ?? "auto",
    site: site.ok ? site.origin : null,
  };
}

/** Null: not a number of cards that a frame shows. */
function readCards(text: string | null): number | null {
  const number = /^\d{1,2}$/.test(text ?? "") ? Number(text) : 0;
  return number >= CARDS.least && number <= CARDS.most ? number : null;
}

/** One address for one question, nothing in it that goes without saying. */
export function writeEmbed({ list, cards, look, site }: EmbedQuery): URLSearchParams {
  const params = writeQuery(list);
  if (cards !== CARDS.usual) params.set("cards", String(cards));
  if (look !== "auto") params.set("look", look);
  if (site) params.set("site", site);
  return params;
}
