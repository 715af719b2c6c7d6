/** What social sites ask for, in pixels. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** What a picture of a page says where the page is shared; texts as they were written. */
export interface Card {
  district: string;
  /** `#rrggbb`; null: ours. */
  color: string | null;
  /** What sort of thing it is. */
  tag: string | null;
  title: string;
  /** Stands for the title where no letter of it can be drawn. */
  otherwise: string;
  /** Below the title, the first the louder. */
  lines: string[];
}
