/** A district's list as a booklet to print: measured, arranged on pages, and only then drawn, page by page. */
import { sectionsOf, type ListSection } from "#app/domain/editions/published-list.ts";
import { paths } from "#app/http/paths.ts";
import { translator } from "#app/i18n/translator.ts";
import { Arranging, columnWidth, type ArrangedPage, type Piece } from "./arrange.ts";
import { coverPages, drawCoverPage, listAddressOf, placeOfSection, type Cover } from "./cover.server.ts";
import { drawEntry, drawReference, placeOf, type Drawing } from "./draw-entry.server.ts";
import { entryOf, type Printing } from "./entry.ts";
import { legible } from "./legible.ts";
import { measureEntry, type Measuring } from "./measure-entry.ts";
import { inksOf, SHEETS, type PaperSize } from "./sheet.ts";
import { PAGE, TaggedDocument } from "./tagged-document.server.ts";
import { datedOf, sectionName, titleOf } from "./titles.ts";
import { wrap } from "./wrap.ts";

export interface BookletOrder extends Omit<Printing, "t"> {
  size: PaperSize;
  /** What was searched for: its query, and in words. Null: the whole list. */
  asked: { query: string; words: string } | null;
  /** Of the edition's short address, where it is one. */
  editionCode?: string | null;
  madeAt: Date;
}

export interface Printed {
  bytes: Uint8Array;
  page: number;
  pages: number;
}

/** Measured in one go; readers of the site wait for no more. */
const AT_ONCE = 20;
const rest = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Each page's bytes as they are ready; whoever takes them slowly is waited for. */
export async function* printBooklet(order: BookletOrder): AsyncGenerator<Printed, void> {
  const { list, locale, size, asked, editionCode } = order;
  const printing: Printing = { ...order, t: translator(locale, list.words[locale]) };
  const title = legible(titleOf(printing, asked?.words ?? null).text);
  const doc = new TaggedDocument({
    title: `${title} · ${legible(list.district.name)}`,
    ...{ lang: locale, author: list.district.name, madeAt: order.madeAt },
  });
  const sheet = SHEETS[size];
  const drawing: Drawing = {
    ...{ doc, t: printing.t, sheet, inks: inksOf(list.district.color) },
    width: columnWidth(sheet, PAGE.width),
  };
  const sections = sectionsOf(list);
  const arranged = await arrange(printing, drawing, sections);
  const cover: Cover = {
    ...{ printing, drawing, sections },
    asked: asked?.words ?? null,
    listAddress: listAddressOf(printing, asked?.query ?? ""),
    editionAddress: editionCode ? order.origin + paths.shortLink(locale, editionCode) : null,
    pageOf: (section) => covers.length + (arranged.sectionPages[section] ?? 0) + 1,
  };
  const covers = coverPages(cover);
  const pages = covers.length + arranged.pages.length;
  let page = 0;
  const begin = () => {
    doc.addPage();
    page++;
  };
  const end = async (running: string): Promise<Printed> => {
    drawFurniture(printing, drawing, { running, page, pages });
    await rest();
    return { bytes: doc.take(), page, pages };
  };
  for (const each of covers) {
    begin();
    if (page === 1) doc.bookmark(title, 0);
    drawCoverPage(cover, each);
    yield await end(page === 1 ? "" : title);
  }
  const names = sections.map((section) => legible(sectionName(printing, section)));
  const drawList = drawerOf(drawing, { names, twice: arranged.twice, covers: covers.length });
  for (const each of arranged.pages) {
    begin();
    drawList(each);
    yield await end(names[each.section] ?? "");
  }
  yield { bytes: doc.end(), page, pages };
}

interface Arranged {
  pages: ArrangedPage[];
  sectionPages: number[];
  /** Listings that are named again further on. */
  twice: ReadonlySet<string>;
}

async function arrange(
  printing: Printing,
  { doc, sheet, inks, width }: Drawing,
  sections: readonly ListSection[],
): Promise<Arranged> {
  const { t } = printing;
  const headingRoom = sheet.heading.leading * 2 + sheet.between;
  const measuring: Measuring = {
    ...{ sheet, inks, width, measure: (text, face) => doc.width(text, face) },
    height: sheet.bottom - sheet.top - headingRoom,
    noteLabel: t("paper:entry.note"),
  };
  const fit = (text: string, size: number, most: number) =>
    wrap(legible(text), { widthOf: (piece) => doc.width(piece, "bold") * size, widthAt: () => width - 16, most });
  const arranging = new Arranging(sheet, PAGE.width);
  const twice = new Set<string>();
  let measured = 0;
  for (const [index, section] of sections.entries()) {
    const name = fit(sectionName(printing, section), sheet.heading.size, 2);
    const height = name.length * sheet.heading.leading + sheet.heading.leading * 0.5;
    arranging.add({ what: "heading", section: index, lines: name, height });
    for (const listing of section.entries) {
      if (measured++ % AT_ONCE === 0) await rest();
      const stands = arranging.pageOf.get(listing.id);
      arranging.add(stands === undefined ? inFull(listing) : again(listing, stands));
    }
  }
  return { pages: arranging.pages, sectionPages: arranging.sectionPages, twice };

  function inFull(listing: ListSection["entries"][number]): Piece {
    return { what: "entry", ...measureEntry(entryOf(printing, listing), measuring) };
  }
  function again({ id, content }: ListSection["entries"][number], page: number): Piece {
    twice.add(id);
    const title = fit(content.title, sheet.body.size, 2);
    return { what: "reference", id, title, page, height: (title.length + 1) * sheet.body.leading };
  }
}

/** Draws pages one after the other; a section of the structure goes on until the next one begins. */
function drawerOf(
  drawing: Drawing,
  { names, twice, covers }: { names: readonly string[]; twice: ReadonlySet<string>; covers: number },
) {
  const { doc, t, sheet, inks, width } = drawing;
  let isOpen = false;
  return ({ placed }: ArrangedPage) => {
    for (const piece of placed) {
      const { x, y } = piece;
      if (piece.what === "heading") {
        if (isOpen) doc.finish();
        doc.open("Sect");
        isOpen = true;
        const { size, leading } = sheet.heading;
        doc.bookmark(names[piece.section] ?? "", y, { place: placeOfSection(piece.section) });
        doc.furniture("Layout", () => doc.box(x, y, width, piece.height, inks.primary));
        doc.within("H2", {}, () =>
          doc.content("H2", () =>
            piece.lines.forEach((line, index) =>
              doc.line(line, x + 8, y + leading * 0.2 + index * leading, { face: "bold", size, color: "#ffffff" }),
            ),
          ),
        );
      } else if (piece.what === "entry") {
        const place = twice.has(piece.entry.id) ? { place: placeOf(piece.entry.id) } : {};
        doc.bookmark(legible(piece.entry.title.text), y, { ...place, below: true });
        drawEntry(drawing, piece, [x, y]);
      } else {
        drawReference(drawing, { ...piece, page: t("paper:see", { page: covers + piece.page + 1 }) }, [x, y]);
      }
    }
  };
}

/** Head and foot of a page. */
function drawFurniture(
  printing: Printing,
  { doc, t, sheet, inks }: Drawing,
  { running, page, pages }: { running: string; page: number; pages: number },
) {
  const { size } = sheet.small;
  const { margin } = sheet;
  const right = PAGE.width - margin;
  const pen = { face: "regular", size, color: inks.muted } as const;
  doc.furniture("Pagination", () => {
    const number = t("paper:page", { page, pages });
    const place = (text: string, room: number) =>
      wrap(text, { widthOf: (piece) => doc.width(piece, "regular") * size, widthAt: () => room, most: 1 })[0] ?? "";
    const numberWidth = doc.width(number, "bold") * size;
    const dated = datedOf(printing);
    const whole = [printing.list.district.name, dated].join(" · ");
    const room = right - margin - numberWidth - 16;
    const left = legible(doc.width(legible(whole), "regular") * size <= room ? whole : dated);
    const foot = PAGE.height - (PAGE.height - sheet.bottom) / 2 - size / 2 + 4;
    doc.rule(margin, foot - 6, right - margin, inks.line);
    doc.line(place(left, room), margin, foot, pen);
    doc.line(number, right - numberWidth, foot, { ...pen, face: "bold", color: inks.ink });
    if (!running) return;
    const head = (sheet.top - size) / 2;
    doc.line(place(running, right - margin), margin, head, { ...pen, face: "bold", color: inks.primary });
    doc.rule(margin, head + size + 4, right - margin, inks.line);
  });
}
