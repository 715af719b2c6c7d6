/** Where everything of a booklet stands, before anything is drawn: only then are the pages counted. */
import type { MeasuredEntry } from "./measure-entry.ts";
import type { Sheet } from "./sheet.ts";

export interface Heading {
  what: "heading";
  /** Index of the section. */
  section: number;
  lines: string[];
}

/** Where a listing that stands under two pathways is named the second time. */
export interface Reference {
  what: "reference";
  id: string;
  title: string[];
  /** On which of the list's pages, from 0, it stands in full. */
  page: number;
}

export type Piece = { height: number } & (Heading | Reference | ({ what: "entry" } & MeasuredEntry));
export type Placed = Piece & { x: number; y: number };

export interface ArrangedPage {
  placed: Placed[];
  /** The section it begins in. */
  section: number;
}

/** Fills columns one after the other; a piece moves whole, and a heading with what it heads. */
export class Arranging {
  readonly pages: ArrangedPage[] = [];
  /** Page, from 0, on which each listing stands in full, and each section begins. */
  readonly pageOf = new Map<string, number>();
  readonly sectionPages: number[] = [];
  readonly #sheet: Sheet;
  readonly #width: number;
  #column = Infinity;
  #y = 0;
  #heading: Piece | null = null;
  #section = 0;

  constructor(sheet: Sheet, pageWidth: number) {
    this.#sheet = sheet;
    this.#width = columnWidth(sheet, pageWidth);
  }

  add(piece: Piece) {
    if (piece.what === "heading") {
      this.#heading = piece;
      return;
    }
    const heading = this.#heading;
    this.#heading = null;
    const { between, bottom, top } = this.#sheet;
    const gap = heading ? between / 2 : 0;
    const needed = (heading ? heading.height + gap : 0) + piece.height;
    if (this.#column >= this.#sheet.columns || (this.#y > top && this.#y + needed > bottom)) this.#nextColumn();
    if (heading?.what === "heading") {
      this.#section = heading.section;
      this.sectionPages[heading.section] = this.pages.length - 1;
      if (this.pages.at(-1)!.placed.length === 0) this.pages.at(-1)!.section = heading.section;
      this.#place(heading);
      this.#y += gap;
    }
    if (piece.what === "entry") this.pageOf.set(piece.entry.id, this.pages.length - 1);
    this.#place(piece);
    this.#y += between;
  }

  #place(piece: Piece) {
    const { margin, gap } = this.#sheet;
    this.pages.at(-1)!.placed.push({ ...piece, x: margin + this.#column * (this.#width + gap), y: this.#y });
    this.#y += piece.height;
  }

  #nextColumn() {
    this.#column++;
    if (this.#column >= this.#sheet.columns) {
      this.pages.push({ placed: [], section: this.#section });
      this.#column = 0;
    }
    this.#y = this.#sheet.top;
  }
}

export const columnWidth = ({ margin, gap, columns }: Sheet, pageWidth: number) =>
  (pageWidth - 2 * margin - gap * (columns - 1)) / columns;
