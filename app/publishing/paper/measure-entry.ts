import type { Locale } from "#app/i18n/locales.ts";
import type { Entry, Fact } from "./entry.ts";
import type { Face } from "./faces.server.ts";
import { legible } from "./legible.ts";
import { TIGHT, type Inks, type Limits, type Sheet, type Type } from "./sheet.ts";
import { wrap } from "./wrap.ts";

/** In points, of legible text at size 1. */
export type Measure = (text: string, face: Face) => number;

export interface Paragraph {
  role: "kind" | "title" | "who" | "fact" | "summary" | "note" | "short" | "trust";
  face: Face;
  color: string;
  type: Type;
  lang?: Locale | undefined;
  /** Stands in bold at the beginning of the first line. */
  label?: { text: string; width: number };
  lines: string[];
  /** Within the listing. */
  x: number;
  y: number;
}

export interface MeasuredEntry {
  entry: Entry;
  paragraphs: Paragraph[];
  height: number;
}

export interface Measuring {
  sheet: Sheet;
  inks: Inks;
  measure: Measure;
  /** Of a column. */
  width: number;
  /** What a listing may take at most. */
  height: number;
  /** Before the district's own words. */
  noteLabel: string;
}

/** Left of the text stands a bar in the district's color. */
export const INDENT = 11;
const BESIDE_CODE = 12;

export function measureEntry(entry: Entry, measuring: Measuring): MeasuredEntry {
  const measured = measureWithin(entry, measuring, measuring.sheet.most);
  return measured.height <= measuring.height ? measured : measureWithin(entry, measuring, TIGHT);
}

function measureWithin(entry: Entry, measuring: Measuring, most: Limits): MeasuredEntry {
  const { sheet, inks, width, noteLabel } = measuring;
  const { body, small, title } = sheet;
  const column = new Flow(measuring, entry.short !== null);
  if (entry.kind) column.add("kind", entry.kind, { face: "bold", color: inks.primary, type: small, most: 1 });
  const { text, lang } = entry.title;
  column.add("title", text, { face: "bold", color: inks.ink, type: title, most: most.title, lang });
  const who = [entry.organization, entry.inLanguage].filter(Boolean).join(" · ");
  column.add("who", who, { face: "regular", color: inks.muted, type: body, most: most.who });
  column.y += body.leading * 0.25;
  for (const fact of entry.facts) column.addFact(fact, { color: inks.ink, type: body, most: most.fact });
  if (entry.summary || entry.note) column.y += body.leading * 0.25;
  if (entry.summary) {
    const { text, lang } = entry.summary;
    column.add("summary", text, { face: "regular", color: inks.ink, type: body, most: most.summary, lang });
  }
  if (entry.note)
    column.addFact({ label: noteLabel, text: entry.note }, { color: inks.ink, type: body, most: most.note }, "note");
  column.y += body.leading * 0.25;
  addFoot(column, entry, { inks, type: small, room: width - INDENT });
  return { entry, paragraphs: column.paragraphs, height: Math.max(column.y, column.codeEnds) };
}

/** The address and how fresh it is, on one line where there is room. */
function addFoot(
  column: Flow,
  { short, trust }: Entry,
  { inks, type, room }: { inks: Inks; type: Type; room: number },
) {
  const says = { face: "regular", color: inks.muted, type, most: 1 } as const;
  if (!short) return column.add("trust", trust, says);
  const before = column.y;
  column.add("short", short.shown, { face: "bold", color: inks.primary, type, most: 2 });
  const oneLine = column.y - before <= type.leading;
  const used = column.widthOf(short.shown, "bold", type.size) + column.widthOf(trust, "regular", type.size);
  const beside = oneLine && before >= column.codeEnds && used + 10 <= room;
  if (beside) column.y = before;
  column.add("trust", trust, says);
  const last = column.paragraphs.at(-1)!;
  if (beside) last.x = INDENT + room - column.widthOf(trust, "regular", type.size);
}

interface Look {
  face: Face;
  color: string;
  type: Type;
  most: number;
  lang?: Locale | undefined;
}

/** Paragraphs one below the other, narrower as long as they stand beside the code. */
class Flow {
  readonly paragraphs: Paragraph[] = [];
  readonly codeEnds: number;
  readonly #measuring: Measuring;
  readonly #code: number;
  y = 0;

  constructor(measuring: Measuring, hasCode: boolean) {
    this.#measuring = measuring;
    this.#code = hasCode ? measuring.sheet.code : 0;
    this.codeEnds = hasCode ? this.#code + BESIDE_CODE / 2 : 0;
  }

  widthOf(text: string, face: Face, size: number) {
    return this.#measuring.measure(legible(text), face) * size;
  }

  add(role: Paragraph["role"], text: string, look: Look, label?: Paragraph["label"]) {
    const { face, color, type, most, lang } = look;
    const { measure } = this.#measuring;
    const lines = wrap(legible(clipped(text)), {
      widthOf: (piece) => measure(piece, face) * type.size,
      widthAt: (line) => this.#widthAt(this.y + line * type.leading) - (line === 0 && label ? label.width : 0),
      most,
    });
    if (lines.length === 0) return;
    this.paragraphs.push({ role, face, color, type, lang, lines, x: INDENT, y: this.y, ...(label && { label }) });
    this.y += lines.length * type.leading;
  }

  addFact({ label, text, lang }: Fact, look: Omit<Look, "face">, role: "fact" | "note" = "fact") {
    const said = legible(label);
    const width = this.#measuring.measure(`${said}  `, "bold") * look.type.size;
    this.add(role, text, { ...look, face: "regular", lang }, { text: said, width });
  }

  #widthAt(y: number) {
    const { width } = this.#measuring;
    return width - INDENT - (y < this.codeEnds ? this.#code + BESIDE_CODE : 0);
  }
}

/** Nobody prints more than this of one field. */
const MOST_CHARACTERS = 1_200;
const clipped = (text: string) => (text.length > MOST_CHARACTERS ? text.slice(0, MOST_CHARACTERS) : text);
