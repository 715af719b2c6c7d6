/** The first page of a booklet: what it is, how it is used, and what is in it. */
import { noteIn, type ListSection } from "#app/domain/editions/published-list.ts";
import { paths } from "#app/http/paths.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { drawCode, type Drawing } from "./draw-entry.server.ts";
import { shortAddress, type Printing } from "./entry.ts";
import { legible } from "./legible.ts";
import type { Type } from "./sheet.ts";
import { PAGE, type Tag } from "./tagged-document.server.ts";
import { datedOf, sectionName, titleOf } from "./titles.ts";
import { wrap } from "./wrap.ts";

/** One thing below the other; what does not fit begins the next page. */
export interface Block {
  height: number;
  draw: (y: number) => void;
  /** Of the contents, which are one list. */
  isContents?: boolean;
  /** Stands on the page of the next one. */
  heads?: boolean;
}

export interface CoverPage {
  blocks: { block: Block; y: number }[];
}

export interface Cover {
  printing: Printing;
  drawing: Drawing;
  sections: readonly ListSection[];
  /** What was searched for, in words; null: the whole list. */
  asked: string | null;
  /** Where the list, or this search of it, stands. */
  listAddress: string;
  /** Where this edition stays, short enough to type; null: the live list, or no code was made. */
  editionAddress: string | null;
  /** Page of a section, from 1; asked when all pages are arranged. */
  pageOf: (section: number) => number;
}

export const placeOfSection = (section: number) => `section-${section}`;

export function coverPages(cover: Cover): CoverPage[] {
  const { top, bottom } = cover.drawing.sheet;
  const pages: CoverPage[] = [{ blocks: [] }];
  let y = 0;
  const above = [banner(cover), ...note(cover), howTo(cover)];
  const room = bottom - above.reduce((sum, { height }) => sum + height, 0);
  const blocks = [...above, ...contents(cover, room)];
  for (const [index, block] of blocks.entries()) {
    const needed = block.height + (block.heads ? (blocks[index + 1]?.height ?? 0) : 0);
    if (y > top && y + needed > bottom) {
      pages.push({ blocks: [] });
      y = top;
    }
    pages.at(-1)!.blocks.push({ block, y });
    y += block.height;
  }
  return pages;
}

export function drawCoverPage({ drawing: { doc } }: Cover, { blocks }: CoverPage) {
  const first = blocks.findIndex(({ block }) => block.isContents);
  blocks.forEach(({ block, y }, index) => {
    if (index === first) doc.open("TOC");
    block.draw(y);
  });
  if (first >= 0) doc.finish();
}

function lines({ drawing: { doc } }: Cover, text: string, width: number, size: number, face: "regular" | "bold") {
  return wrap(legible(text), { widthOf: (piece) => doc.width(piece, face) * size, widthAt: () => width });
}

const roomOf = ({ drawing: { sheet } }: Cover) => PAGE.width - 2 * sheet.margin;

function banner(cover: Cover): Block {
  const { printing, drawing, asked } = cover;
  const { doc, t, sheet, inks } = drawing;
  const { body, heading, cover: big } = sheet;
  const title = titleOf(printing, asked);
  const titleLines = lines(cover, title.text, roomOf(cover), big.size, "bold").slice(0, 5);
  const under = [datedOf(printing), t("paper:count", { count: printing.list.entries.length })].join(" · ");
  const underLines = lines(cover, under, roomOf(cover), heading.size, "regular");
  const nameLines = lines(cover, printing.list.district.name, roomOf(cover), heading.size, "bold").slice(0, 3);
  const above = sheet.margin + 6;
  const height =
    above +
    nameLines.length * heading.leading +
    12 +
    titleLines.length * big.leading +
    8 +
    underLines.length * heading.leading +
    26;
  const draw = () => {
    doc.furniture("Layout", () => doc.box(0, 0, PAGE.width, height, inks.hero));
    let y = above;
    const put = (tag: Tag, texts: string[], type: Type, face: "regular" | "bold", color: string, lang?: Locale) => {
      doc.within(tag, { lang }, () =>
        doc.content(tag, () =>
          texts.forEach((text, index) =>
            doc.line(text, sheet.margin, y + index * type.leading, { face, size: type.size, color }),
          ),
        ),
      );
      y += texts.length * type.leading;
    };
    put("P", nameLines, heading, "bold", inks.heroMuted);
    y += 12;
    put("H1", titleLines, big, "bold", "#ffffff", title.lang);
    y += 8;
    put("P", underLines, heading, "regular", inks.heroMuted);
  };
  return { height: height + body.leading * 1.5, draw };
}

/** The district's word to families, of an edition. */
function note(cover: Cover): Block[] {
  const { locale, list } = cover.printing;
  const { doc, sheet, inks } = cover.drawing;
  const said = list.edition && noteIn(locale, list.edition);
  if (!said) return [];
  const { text, lang } = said;
  const type = { size: sheet.body.size * 1.15, leading: sheet.body.leading * 1.15 };
  return text
    .split(/\n+/)
    .map((paragraph) => lines(cover, paragraph, roomOf(cover), type.size, "regular").slice(0, 20))
    .filter((paragraph) => paragraph.length > 0)
    .map((paragraph) => ({
      height: paragraph.length * type.leading + type.leading * 0.6,
      draw: (y) =>
        doc.within("P", { lang }, () =>
          doc.content("P", () =>
            paragraph.forEach((line, index) =>
              doc.line(line, sheet.margin, y + index * type.leading, {
                ...{ face: "regular", size: type.size, color: inks.ink },
              }),
            ),
          ),
        ),
    }));
}

function howTo(cover: Cover): Block {
  const { printing, drawing, listAddress, editionAddress } = cover;
  const { doc, t, sheet, inks } = drawing;
  const { heading, body } = sheet;
  const pad = body.leading;
  const code = sheet.code * 1.5;
  const width = roomOf(cover) - 3 * pad - code;
  const type = { size: body.size * 1.1, leading: body.leading * 1.1 };
  const { contactEmail } = printing.list.district;
  const says = [t("paper:how.scan"), t("paper:how.ask", { contact: contactEmail })].map((text) =>
    lines(cover, text, width, type.size, "regular"),
  );
  const title = lines(cover, t("paper:how.title"), width, heading.size, "bold");
  const ways = [
    { says: t("paper:today"), url: listAddress },
    ...(editionAddress ? [{ says: t("paper:this_edition"), url: editionAddress }] : []),
  ].map((way) => ({
    ...way,
    address: lines(cover, shortAddress(way.url).shown, width, type.size, "bold").slice(0, 3),
  }));
  const textHeight =
    title.length * heading.leading +
    says.reduce((sum, each) => sum + each.length * type.leading + 4, 0) +
    ways.reduce((sum, { address }) => sum + type.leading * (1.5 + address.length), 0);
  const height = 2 * pad + Math.max(textHeight, code);
  const draw = (top: number) => {
    const x = sheet.margin + pad;
    let y = top + pad;
    const put = (texts: string[], { size, leading }: Type, face: "regular" | "bold", color: string) => {
      texts.forEach((text, index) => doc.line(text, x, y + index * leading, { face, size, color }));
      y += texts.length * leading;
    };
    doc.furniture("Layout", () => doc.box(sheet.margin, top, roomOf(cover), height, inks.soft));
    doc.furniture("Layout", () => {
      const frame = pad * 0.5;
      const left = PAGE.width - sheet.margin - pad - code;
      doc.box(left - frame, top + pad - frame, code + 2 * frame, code + 2 * frame, "#ffffff");
    });
    doc.within("H2", {}, () => doc.content("H2", () => put(title, heading, "bold", inks.primary)));
    for (const each of says) {
      y += 4;
      doc.within("P", {}, () => doc.content("P", () => put(each, type, "regular", inks.ink)));
    }
    for (const { says, url, address } of ways) {
      y += type.leading * 0.5;
      doc.within("P", {}, () => {
        doc.content("P", () => put([says], type, "regular", inks.muted));
        const from = y;
        doc.within("Link", {}, () => {
          doc.content("Link", () => put(address, type, "bold", inks.primary));
          doc.leadTo({ url }, [x, from, width, y - from], says);
        });
      });
    }
    const corner: [number, number, number] = [PAGE.width - sheet.margin - pad - code, top + pad, code];
    drawCode(doc, listAddress, corner, t("paper:qr", { address: shortAddress(listAddress).shown }));
  };
  return { height: height + heading.leading, draw };
}

/** `room`: what is left of the first page. */
function contents(cover: Cover, room: number): Block[] {
  const { printing, drawing, sections, pageOf, asked } = cover;
  const { doc, t, sheet, inks } = drawing;
  const { heading } = sheet;
  const right = PAGE.width - sheet.margin;
  const headHeight = heading.leading * 1.5;
  const fits = (leading: number) => headHeight + leading * sections.length <= room;
  const [roomy, close] = [sheet.body.leading * 1.75, sheet.body.leading * 1.5];
  // Closer together where all then fit on the first page, rather than a few of them on one of their own.
  const type = { size: sheet.body.size * 1.15, leading: !fits(roomy) && fits(close) ? close : roomy };
  const title = t(sections.length > 0 ? "paper:contents" : asked ? "paper:nothing_fits" : "paper:empty");
  const head: Block = {
    height: headHeight,
    heads: true,
    draw: (y) => {
      const tag = sections.length > 0 ? "H2" : "P";
      const pen = { face: "bold", size: heading.size, color: inks.primary } as const;
      doc.within(tag, {}, () => doc.content(tag, () => doc.line(legible(title), sheet.margin, y, pen)));
    },
  };
  const rows = sections.map((section, index): Block => {
    const count = t("paper:count", { count: section.entries.length });
    const name = legible(sectionName(printing, section));
    const widthOf = (piece: string) => doc.width(piece, "bold") * type.size;
    const room = roomOf(cover) - widthOf("9999") - 40;
    const isRoomy = widthOf(`${name}  ${count}`) <= room;
    const [said = ""] = wrap(name, { widthOf, widthAt: () => room, most: 1 });
    return {
      height: type.leading,
      isContents: true,
      draw: (y) => {
        const page = String(pageOf(index));
        const at = (text: string) => right - doc.width(text, "bold") * type.size;
        const pen = { size: type.size, color: inks.ink };
        const counted = sheet.margin + doc.width(said, "bold") * type.size + 8;
        doc.within("TOCI", {}, () =>
          doc.within("Reference", {}, () =>
            doc.within("Link", {}, () => {
              doc.content("Link", () => {
                doc.line(said, sheet.margin, y, { ...pen, face: "bold" });
                if (isRoomy) doc.line(count, counted, y, { ...pen, face: "regular", color: inks.muted });
                doc.line(page, at(page), y, { ...pen, face: "bold" });
              });
              const says = `${said}, ${t("paper:page_number", { page })}`;
              doc.leadTo({ place: placeOfSection(index) }, [sheet.margin, y, roomOf(cover), type.leading], says);
            }),
          ),
        );
        const from = counted + (isRoomy ? doc.width(count, "regular") * type.size + 8 : 0);
        doc.furniture("Layout", () =>
          doc.rule(from, y + type.size * 0.95, Math.max(0, at(page) - 8 - from), inks.line, 2.5),
        );
      },
    };
  });
  return [head, ...rows];
}

/** The list, or the search that is printed, as an address. */
export const listAddressOf = ({ list, locale, origin }: Printing, query: string) =>
  origin + paths.list(locale, list.district.slug, query);
