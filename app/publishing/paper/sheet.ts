/** How a sheet of US letter paper is divided, for everyone and for readers of large print. Points, from the top left. */
import { shadesOf } from "#app/domain/districts/color.ts";

export const PAPER_SIZES = ["normal", "large"] as const;
export type PaperSize = (typeof PAPER_SIZES)[number];

export interface Sheet {
  columns: number;
  gap: number;
  margin: number;
  top: number;
  bottom: number;
  /** Size and leading of each sort of text. */
  body: Type;
  small: Type;
  title: Type;
  heading: Type;
  cover: Type;
  /** Side of a listing's code. */
  code: number;
  /** Between two listings. */
  between: number;
  /** Lines at most, so that a listing never outgrows a column. */
  most: Limits;
}

export interface Type {
  size: number;
  leading: number;
}

export interface Limits {
  title: number;
  who: number;
  fact: number;
  summary: number;
  note: number;
}

export const SHEETS: Record<PaperSize, Sheet> = {
  normal: {
    ...{ columns: 2, gap: 24, margin: 40, top: 58, bottom: 742, code: 52, between: 12 },
    body: { size: 9.25, leading: 11.5 },
    small: { size: 8.5, leading: 10.5 },
    title: { size: 12, leading: 14 },
    heading: { size: 14, leading: 17 },
    cover: { size: 30, leading: 36 },
    most: { title: 4, who: 2, fact: 3, summary: 6, note: 4 },
  },
  large: {
    ...{ columns: 1, gap: 0, margin: 46, top: 64, bottom: 732, code: 92, between: 20 },
    body: { size: 18, leading: 22 },
    small: { size: 18, leading: 22 },
    title: { size: 22, leading: 26 },
    heading: { size: 24, leading: 29 },
    cover: { size: 34, leading: 40 },
    most: { title: 4, who: 2, fact: 3, summary: 5, note: 4 },
  },
};

/** For a listing that has more to say than a column holds. */
export const TIGHT: Limits = { title: 2, who: 1, fact: 1, summary: 2, note: 1 };

export interface Inks {
  ink: string;
  muted: string;
  line: string;
  primary: string;
  soft: string;
  hero: string;
  heroMuted: string;
}

const OURS = "#0b5748";

/** The district's color where the eye should find the way, ink elsewhere. */
export function inksOf(color: string | null): Inks {
  const { primary, primarySoft, hero, heroMuted } = shadesOf(color ?? OURS).light;
  return { ink: "#14231d", muted: "#3d4e46", line: "#8a968f", primary, soft: primarySoft, hero, heroMuted };
}

/** What an address asks for; anything else is for everyone. */
export const sizeAsked = (params: URLSearchParams): PaperSize => (params.get("size") === "large" ? "large" : "normal");
