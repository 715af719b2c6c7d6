/** One page for a pin board: large enough to be read in passing, with a code to hold a camera before. */
import { translator } from "#app/i18n/translator.ts";
import type { ListPathway } from "#app/domain/editions/published-list.ts";
import type { PublishedListing } from "#app/domain/listings/published.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { nameIn } from "#app/i18n/name-in.ts";
import { drawCode } from "./draw-entry.server.ts";
import { entryOf, shortAddress, type Printing, type ShortAddress } from "./entry.ts";
import { legible } from "./legible.ts";
import { inksOf } from "./sheet.ts";
import { PAGE, TaggedDocument, type Tag } from "./tagged-document.server.ts";
import { wrap } from "./wrap.ts";

export interface FlyerOrder extends Omit<Printing, "t"> {
  madeAt: Date;
}

interface Poster {
  above: string;
  title: { text: string; lang?: Locale | undefined };
  under: string;
  lead: { text: string; lang?: Locale | undefined } | null;
  facts: { label: string; text: string; lang?: Locale | undefined }[];
  address: ShortAddress;
}

const MARGIN = 48;
const WIDTH = PAGE.width - 2 * MARGIN;
const CODE = 168;
const FOOT = 232;

export function printListingFlyer(order: FlyerOrder, listing: PublishedListing): Uint8Array {
  const printing: Printing = { ...order, t: translator(order.locale, order.list.words[order.locale]) };
  const entry = entryOf(printing, listing);
  return draw(printing, order.madeAt, {
    above: entry.kind ?? "",
    title: entry.title,
    under: [entry.organization, entry.inLanguage].filter(Boolean).join(" · "),
    lead: entry.summary,
    facts: entry.facts,
    address: entry.short ?? shortAddress(entry.page),
  });
}

/** What of the list serves a pathway: as many titles as fit, and where the rest is. */
export function printPathwayFlyer(order: FlyerOrder, pathway: ListPathway, url: string): Uint8Array {
  const t = translator(order.locale, order.list.words[order.locale]);
  const entries = order.list.entries.filter(({ pathwayIds }) => pathwayIds.includes(pathway.id));
  const printing: Printing = { ...order, t };
  return draw(printing, order.madeAt, {
    above: t("paper:title"),
    title: { text: nameIn(order.locale, pathway) },
    under: t("paper:count", { count: entries.length }),
    lead: null,
    facts: entries.map((listing) => {
      const { title, organization } = entryOf(printing, listing);
      return { label: title.text, text: organization, lang: title.lang };
    }),
    address: shortAddress(url),
  });
}

function draw({ list, locale, t }: Printing, madeAt: Date, poster: Poster): Uint8Array {
  const inks = inksOf(list.district.color);
  const title = legible(poster.title.text);
  const doc = new TaggedDocument({
    title: `${title} · ${legible(list.district.name)}`,
    ...{ lang: locale, author: list.district.name, madeAt },
  });
  doc.addPage();
  doc.bookmark(title, 0);
  const fit = (text: string, face: "regular" | "bold", size: number, most: number, width = WIDTH) =>
    wrap(legible(text), { widthOf: (piece) => doc.width(piece, face) * size, widthAt: () => width, most });
  let y = MARGIN - 6;
  const put = (tag: Tag, lines: string[], pen: Parameters<TaggedDocument["line"]>[3], lang?: Locale) => {
    if (lines.length === 0) return;
    const leading = pen.size * 1.22;
    doc.within(tag, { lang }, () =>
      doc.content(tag, () => lines.forEach((line, at) => doc.line(line, MARGIN, y + at * leading, pen))),
    );
    y += lines.length * leading;
  };
  // As large as four lines allow.
  const size = [46, 40, 34, 29].find((each) => fit(title, "bold", each, Infinity).length <= 3) ?? 26;
  const titleLines = fit(title, "bold", size, 5);
  const under = fit(poster.under, "regular", 20, 2);
  const band = y + 24 * 1.22 + titleLines.length * size * 1.22 + under.length * 20 * 1.22 + 30;
  doc.furniture("Layout", () => doc.box(0, 0, PAGE.width, band, inks.hero));
  put("P", fit(poster.above, "bold", 20, 1), { face: "bold", size: 20, color: inks.heroMuted });
  y += 6;
  put("H1", titleLines, { face: "bold", size, color: "#ffffff" }, poster.title.lang);
  put("P", under, { face: "regular", size: 20, color: inks.heroMuted });
  y = band + 20;
  if (poster.lead) {
    const lines = fit(poster.lead.text, "regular", 17, 5);
    put("P", lines, { face: "regular", size: 17, color: inks.ink }, poster.lead.lang);
    y += 12;
  }
  drawFacts();
  drawFoot();
  return doc.end();

  function drawFacts() {
    const bottom = PAGE.height - FOOT - 20;
    const leading = 19;
    const rows = poster.facts.map(({ label, text, lang }) => {
      const said = fit(label, "bold", 15, 2);
      const gap = doc.width(`${said.at(-1) ?? ""}  `, "bold") * 15;
      const rest = wrap(legible(text), {
        widthOf: (piece) => doc.width(piece, "regular") * 15,
        widthAt: (line) => WIDTH - (line === 0 ? gap : 0),
        most: 2,
      });
      return { said, gap, rest, lang, height: (said.length + Math.max(0, rest.length - 1)) * leading + 5 };
    });
    const shown: typeof rows = [];
    let used = y;
    for (const row of rows) {
      if (used + row.height > bottom) break;
      shown.push(row);
      used += row.height;
    }
    if (shown.length === 0) return;
    doc.within("L", {}, () => {
      for (const { said, gap, rest, lang, height } of shown) {
        const last = y + (said.length - 1) * leading;
        doc.within("LI", {}, () =>
          doc.within("LBody", { lang }, () =>
            doc.content("LBody", () => {
              said.forEach((line, at) =>
                doc.line(line, MARGIN, y + at * leading, { face: "bold", size: 15, color: inks.ink }),
              );
              rest.forEach((line, at) =>
                doc.line(line, MARGIN + (at === 0 ? gap : 0), last + at * leading, {
                  ...{ face: "regular", size: 15, color: inks.ink },
                }),
              );
            }),
          ),
        );
        y += height;
      }
    });
  }

  function drawFoot() {
    const top = PAGE.height - FOOT;
    const { url, shown } = poster.address;
    doc.furniture("Layout", () => doc.rule(MARGIN, top, WIDTH, inks.line, 4));
    drawCode(doc, url, [PAGE.width - MARGIN - CODE, top + 24, CODE], t("paper:qr", { address: shown }));
    const width = WIDTH - CODE - 30;
    y = top + 24;
    put("P", fit(t("paper:flyer.scan"), "regular", 18, 4, width), { face: "regular", size: 18, color: inks.ink });
    y += 8;
    const address = fit(shown, "bold", 20, 3, width);
    doc.within("P", {}, () =>
      doc.within("Link", {}, () => {
        doc.content("Link", () =>
          address.forEach((line, at) =>
            doc.line(line, MARGIN, y + at * 25, { face: "bold", size: 20, color: inks.primary }),
          ),
        );
        doc.leadTo({ url }, [MARGIN, y, width, address.length * 25], shown);
      }),
    );
    y += address.length * 25 + 10;
    const from = [list.district.name, list.district.contactEmail].join(" · ");
    put("P", fit(from, "regular", 13, 3, width), { face: "regular", size: 13, color: inks.muted });
  }
}
