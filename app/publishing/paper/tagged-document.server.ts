/**
 * A tagged PDF after PDF/UA: what is drawn is either part of the structure, in reading order, or page furniture. Pages
 * leave as they are finished, so that a document of any length costs the memory of a page.
 */
import PDFDocument from "pdfkit";
import type { Locale } from "#app/i18n/locales.ts";
import { faceFile, type Face } from "./faces.server.ts";
import { runsOf } from "./legible.ts";
import type { QrModules } from "./qr-code.server.ts";

export const PAGE = { width: 612, height: 792 } as const;

export type Tag =
  | ("Document" | "Sect" | "Art" | "H1" | "H2" | "H3" | "P" | "L" | "LI" | "LBody")
  | ("Link" | "Figure" | "TOC" | "TOCI" | "Reference");

interface About {
  title: string;
  lang: Locale;
  author: string;
  madeAt: Date;
}

interface Element {
  lang?: Locale | undefined;
  alt?: string;
  /** Of a figure: left, top, right, bottom. */
  bbox?: Area;
}

export interface Pen {
  face: Face;
  size: number;
  color: string;
}

/** What the published types of pdfkit leave out. */
type Options = PDFKit.PDFDocumentOptions & { subset: "PDF/UA" };
const FACES = [
  ["regular", false],
  ["regular", true],
  ["bold", false],
  ["bold", true],
] as const;

export class TaggedDocument {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #open: PDFKit.PDFStructureElement[] = [];
  #section: PDFKit.PDFOutline | null = null;
  #font = "";
  #size = 0;
  #color = "";

  constructor({ title, lang, author, madeAt }: About) {
    const options = {
      ...{ size: [PAGE.width, PAGE.height], margin: 0, autoFirstPage: false },
      ...{ tagged: true, subset: "PDF/UA", pdfVersion: "1.7", lang, displayTitle: true },
      info: { Title: title, Author: author, Creator: "Waypost", Producer: "Waypost", CreationDate: madeAt },
    } as const;
    this.#pdf = new PDFDocument(options as unknown as Options);
    for (const [face, more] of FACES) this.#pdf.registerFont(fontOf(face, more), faceFile(face, more));
    const root = this.#pdf.struct("Document");
    this.#pdf.addStructure(root);
    this.#open.push(root);
  }

  addPage() {
    this.#pdf.addPage();
    [this.#font, this.#size, this.#color] = ["", 0, ""];
  }

  /** The bytes that are ready. */
  take(): Uint8Array {
    return (this.#pdf.read() as Uint8Array | null) ?? new Uint8Array();
  }

  end(): Uint8Array {
    while (this.#open.length > 0) this.#open.pop()!.end();
    this.#pdf.end();
    return this.take();
  }

  /** In points, of legible text at size 1. */
  width(text: string, face: Face): number {
    const known = widths[face];
    let width = known.get(text);
    if (width === undefined) {
      width = 0;
      for (const run of runsOf(text)) width += this.#measured(run.text, fontOf(face, run.more));
      if (known.size > MOST_WIDTHS) known.clear();
      known.set(text, width);
    }
    return width;
  }

  /** With the space behind it, as pdfkit lays words out and remembers them when it draws a line. */
  #measured(text: string, font: string): number {
    this.#use(font, 1);
    return this.#pdf.widthOfString(`${text} `) - this.#pdf.widthOfString(" ");
  }

  /** An element of the structure, and in it all that `draw` draws. It ends on the page it began on, if it holds a link. */
  within(tag: Tag, element: Element, draw: () => void) {
    const { lang, ...rest } = element;
    const made = this.#pdf.struct(tag, { ...(lang && { lang }), ...rest });
    this.begin(made);
    draw();
    this.finish();
  }

  /** The same for what goes on over several calls. */
  open(tag: Tag, lang?: Locale) {
    this.begin(this.#pdf.struct(tag, { ...(lang && { lang }) }));
  }

  private begin(made: PDFKit.PDFStructureElement) {
    this.#open.at(-1)!.add(made);
    this.#open.push(made);
  }

  finish() {
    this.#open.pop()!.end();
  }

  /** What `draw` puts on the page is the content of the innermost element. */
  content(tag: Tag, draw: () => void) {
    const content = this.#pdf.markStructureContent(tag);
    draw();
    this.#pdf.endMarkedContent();
    this.#open.at(-1)!.add(content);
  }

  /** Page furniture: not read aloud. */
  furniture(kind: "Pagination" | "Layout", draw: () => void) {
    this.#pdf.markContent("Artifact", { type: kind });
    draw();
    this.#pdf.endMarkedContent();
  }

  /** One line; `y` is its top. */
  line(text: string, x: number, y: number, { face, size, color }: Pen) {
    this.#ink(color);
    let at = x;
    for (const run of runsOf(text)) {
      this.#use(fontOf(face, run.more), size);
      // The space keeps words apart for who reads the lines on.
      this.#pdf.text(`${run.text} `, at, y, { lineBreak: false });
      at += this.width(run.text, face) * size;
    }
  }

  box(x: number, y: number, width: number, height: number, color: string) {
    this.#ink(color);
    this.#pdf.rect(x, y, width, height).fill();
  }

  rule(x: number, y: number, width: number, color: string, dash?: number) {
    this.#pdf.save().lineWidth(0.75).strokeColor(color);
    if (dash) this.#pdf.dash(0.75, { space: dash });
    this.#pdf
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke()
      .restore();
  }

  /** A code of `side` points, drawn as one path: drawn module by module, seams would show between them. */
  code({ size, runs }: QrModules, x: number, y: number, side: number) {
    const scale = side / size;
    this.#ink("#000000");
    this.#pdf.save().transform(scale, 0, 0, scale, x, y);
    this.#pdf.addContent(`${runs.map((run) => `${run.x} ${run.y} ${run.length} 1 re`).join(" ")} f`);
    this.#pdf.restore();
  }

  /** Makes the innermost element, a `Link`, lead somewhere from a place on the page. */
  leadTo(to: { url: string } | { place: string }, [x, y, width, height]: Area, says: string) {
    const options = { structParent: this.#open.at(-1)!, Contents: new String(says) } as object;
    if ("url" in to) this.#pdf.link(x, y, width, height, to.url, options);
    else this.#pdf.goTo(x, y, width, height, to.place, options);
  }

  /** A place that links of this document can lead to, and a bookmark of it. */
  bookmark(title: string, y: number, { place, below = false }: { place?: string; below?: boolean } = {}) {
    if (place) this.#pdf.addNamedDestination(place, "XYZ", 0, y, null as unknown as number);
    // pdfkit counts `left` from the right.
    const at = { top: y, left: PAGE.width } as object;
    if (below && this.#section) this.#section.addItem(title, at);
    else this.#section = this.#pdf.outline.addItem(title, at);
  }

  #use(font: string, size: number) {
    if (font !== this.#font) this.#pdf.font((this.#font = font));
    if (size !== this.#size) this.#pdf.fontSize((this.#size = size));
  }

  #ink(color: string) {
    if (color !== this.#color) this.#pdf.fillColor((this.#color = color));
  }
}

export type Area = [x: number, y: number, width: number, height: number];

/** Of one font, so the same in every document. */
const widths = { regular: new Map<string, number>(), bold: new Map<string, number>() };
const MOST_WIDTHS = 20_000;
const fontOf = (face: Face, more: boolean) => `${face}${more ? "-more" : ""}`;
