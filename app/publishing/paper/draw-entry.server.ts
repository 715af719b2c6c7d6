import type { Translate } from "#app/i18n/translator.ts";
import { legible } from "./legible.ts";
import { INDENT, type MeasuredEntry, type Paragraph } from "./measure-entry.ts";
import { qrModules } from "./qr-code.server.ts";
import type { Inks, Sheet } from "./sheet.ts";
import type { Tag, TaggedDocument } from "./tagged-document.server.ts";

export interface Drawing {
  doc: TaggedDocument;
  t: Translate;
  sheet: Sheet;
  inks: Inks;
  /** Of a column. */
  width: number;
}

const BAR = 3;

/** Read aloud in another order than it stands: a listing begins with its title. */
export function drawEntry(drawing: Drawing, { entry, paragraphs, height }: MeasuredEntry, [x, y]: [number, number]) {
  const { doc, t, sheet, inks, width } = drawing;
  const of = (role: Paragraph["role"]) => paragraphs.filter((each) => each.role === role);
  doc.furniture("Layout", () => doc.box(x, y + 1, BAR, height - 2, inks.primary));
  doc.within("Art", {}, () => {
    for (const title of of("title"))
      doc.within("H3", { lang: title.lang }, () => {
        const says = t("paper:leads_to", { title: legible(entry.title.text) });
        drawLink(drawing, title, [x, y], entry.page, says);
      });
    for (const each of [...of("kind"), ...of("who")]) drawParagraph(doc, "P", each, x, y);
    const facts = of("fact");
    if (facts.length > 0)
      doc.within("L", {}, () => {
        for (const each of facts) doc.within("LI", {}, () => drawParagraph(doc, "LBody", each, x, y));
      });
    for (const each of [...of("summary"), ...of("note"), ...of("trust")]) drawParagraph(doc, "P", each, x, y);
    const { short } = entry;
    if (!short) return;
    for (const each of of("short")) doc.within("P", {}, () => drawLink(drawing, each, [x, y], short.url, short.shown));
    drawCode(doc, short.url, [x + width - sheet.code, y, sheet.code], t("paper:qr", { address: short.shown }));
  });
}

export function drawParagraph(doc: TaggedDocument, tag: Tag, paragraph: Paragraph, x: number, y: number) {
  const { lang, label } = paragraph;
  doc.within(tag, { lang }, () =>
    doc.content(tag, () => {
      if (label) {
        const { type, color } = paragraph;
        doc.line(label.text, x + paragraph.x, y + paragraph.y, { face: "bold", size: type.size, color });
      }
      drawLines(doc, paragraph, x, y);
    }),
  );
}

function drawLines(doc: TaggedDocument, { lines, label, type, face, color, ...at }: Paragraph, x: number, y: number) {
  lines.forEach((line, index) => {
    const left = x + at.x + (index === 0 && label ? label.width : 0);
    doc.line(line, left, y + at.y + index * type.leading, { face, size: type.size, color });
  });
}

function drawLink({ doc }: Drawing, paragraph: Paragraph, [x, y]: [number, number], url: string, says: string) {
  const { lines, face, type } = paragraph;
  const width = Math.max(...lines.map((line) => doc.width(line, face) * type.size));
  doc.within("Link", {}, () => {
    doc.content("Link", () => drawLines(doc, paragraph, x, y));
    doc.leadTo({ url }, [x + paragraph.x, y + paragraph.y, width, lines.length * type.leading], says);
  });
}

export function drawCode(doc: TaggedDocument, url: string, [x, y, side]: [number, number, number], alt: string) {
  doc.within("Figure", { alt, bbox: [x, y, x + side, y + side] }, () =>
    doc.content("Figure", () => doc.code(qrModules(url), x, y, side)),
  );
}

/** The second time a listing is named. */
export function drawReference(
  { doc, t, sheet, inks }: Drawing,
  { title, page, id }: { title: string[]; page: string; id: string },
  [x, y]: [number, number],
) {
  const { body } = sheet;
  doc.within("P", {}, () =>
    doc.within("Link", {}, () => {
      doc.content("Link", () => {
        title.forEach((line, index) =>
          doc.line(line, x + INDENT, y + index * body.leading, { face: "bold", size: body.size, color: inks.ink }),
        );
        const below = y + title.length * body.leading;
        doc.line(page, x + INDENT, below, { face: "regular", size: body.size, color: inks.muted });
      });
      const height = (title.length + 1) * body.leading;
      const width = Math.max(...[...title, page].map((line) => doc.width(line, "bold") * body.size));
      doc.leadTo(
        { place: placeOf(id) },
        [x + INDENT, y, width, height],
        t("paper:leads_to", { title: title.join(" ") }),
      );
    }),
  );
  doc.furniture("Layout", () => doc.box(x, y + 1, BAR, (title.length + 1) * body.leading - 2, inks.line));
}

export const placeOf = (listingId: string) => `listing-${listingId}`;
