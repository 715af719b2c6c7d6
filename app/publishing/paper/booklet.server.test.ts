import { createCanvas } from "@napi-rs/canvas";
import jsQR from "jsqr";
import { beforeAll, describe, expect, test } from "vitest";
import "#app/i18n/catalogs.server.ts";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { sectionsOf, type PublishedList } from "#app/domain/editions/published-list.ts";
import { readLiveList } from "#app/domain/editions/published-list.server.ts";
import { seed } from "#db/seed/index.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { NAUGHTY_STRINGS } from "#tests/support/naughty-strings.ts";
import { contentOf, nodesOf, readPdf } from "#tests/support/read-pdf.ts";
import { printBooklet, type BookletOrder } from "./booklet.server.ts";
import { columnWidth } from "./arrange.ts";
import { legible } from "./legible.ts";
import { SHEETS } from "./sheet.ts";
import { PAGE } from "./tagged-document.server.ts";

const database = useTestDatabase();
const ORIGIN = "https://list.example.org";
const lists = new Map<string, PublishedList>();

beforeAll(async () => {
  await seed(database.db, TEST_NOW);
  for (const slug of ["riverbend", "lakeshore"]) {
    const district = await getDistrictBySlug(database.db, slug);
    lists.set(slug, await readLiveList(database.db, district!, TEST_NOW));
  }
});

const codesOf = ({ entries }: PublishedList) => new Map(entries.map(({ id }, index) => [id, `k${1000 + index}`]));

async function print(list: PublishedList, order: Partial<BookletOrder> = {}) {
  const parts: Uint8Array[] = [];
  const pages: [number, number][] = [];
  const whole = { list, locale: "en", size: "normal", origin: ORIGIN, codes: codesOf(list), asked: null } as const;
  for await (const { bytes, page, pages: all } of printBooklet({ ...whole, madeAt: TEST_NOW, ...order })) {
    parts.push(bytes);
    pages.push([page, all]);
  }
  return { pdf: await readPdf(Buffer.concat(parts)), pages };
}

/** Read back once for all tests that look at it. */
const known = new Map<string, ReturnType<typeof print>>();
function printed(slug: string) {
  if (!known.has(slug)) known.set(slug, print(lists.get(slug)!));
  return known.get(slug)!;
}
const few = (slug: string, count: number): PublishedList => {
  const list = lists.get(slug)!;
  return { ...list, entries: list.entries.slice(0, count) };
};

const squeezed = (text: string) => text.replace(/\s+/g, "");

describe("the booklet of a list", () => {
  test.each(["riverbend", "lakeshore"])("says all that stands on the list of %s, and its addresses", async (slug) => {
    const list = lists.get(slug)!;
    const { pdf } = await printed(slug);
    const text = squeezed(pdf.text);
    const missing = list.entries.filter(
      ({ content, organization }) =>
        !text.includes(squeezed(legible(content.title))) || !text.includes(squeezed(legible(organization.name))),
    );
    expect(missing.map(({ content }) => content.title)).toEqual([]);
    const urls = new Set(pdf.pages.flatMap(({ links }) => links.map(({ url }) => url)));
    for (const { id, slug: own } of list.entries) {
      expect(urls).toContain(`${ORIGIN}/${slug}/opportunities/${own}`);
      expect(urls).toContain(`${ORIGIN}/go/${codesOf(list).get(id)}`);
    }
    expect(list.entries.length).toBeGreaterThan(20);
  });

  test("is tagged, titled and in its language, with bookmarks of every section", async () => {
    const list = lists.get("riverbend")!;
    const { pdf } = await printed("riverbend");
    expect(pdf.info).toMatchObject({ Title: expect.stringContaining(list.district.name) as string, Language: "en" });
    expect(pdf.info["PDFFormatVersion"]).toBe("1.7");
    expect(pdf.preferences).toMatchObject({ DisplayDocTitle: true });
    expect(pdf.marked).toMatchObject({ Marked: true });
    expect(pdf.outline).toHaveLength(1 + sectionsOf(list).length);
    expect(pdf.outline.flatMap(({ items }) => items)).toHaveLength(list.entries.length);
  });

  test("has its headings in order, nothing outside of the structure and every link in it", async () => {
    const { pdf } = await printed("riverbend");
    const roles = pdf.pages.flatMap(({ structure }) => [...nodesOf(structure)].map(({ role }) => role));
    const levels = roles.filter((role) => /^H\d$/.test(role)).map((role) => Number(role[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, at) => level <= (levels[at - 1] ?? 0) + 1)).toBe(true);
    for (const { structure, links } of pdf.pages) {
      const nodes = [...nodesOf(structure)];
      const linked = nodes.filter(({ role }) => role === "Link").flatMap(contentOf);
      expect(links.filter(({ id }) => !linked.some((each) => each.endsWith(id)))).toEqual([]);
      const figures = nodes.filter(({ role }) => role === "Figure");
      expect(figures.filter(({ alt }) => !alt)).toEqual([]);
    }
    expect(roles).toEqual(expect.arrayContaining(["Document", "TOC", "TOCI", "Sect", "Art", "L", "LI", "LBody", "P"]));
  });

  test("leads by its codes to where the printed address does", async () => {
    const { pdf } = await print(few("riverbend", 3));
    const { page, links } = pdf.pages[1]!;
    const scale = 3;
    const viewport = page.getViewport({ scale });
    const canvas = createCanvas(viewport.width, viewport.height);
    await page.render({ canvas: canvas as never, viewport }).promise;
    const { code, margin, top, bottom } = SHEETS.normal;
    const left = margin + columnWidth(SHEETS.normal, PAGE.width) - code - 10;
    const side = (code + 20) * scale;
    const found = new Set<string>();
    // A camera is held before one code: it moves down the column.
    for (let y = top - 10; y + code < bottom; y += 8) {
      const { data } = canvas.getContext("2d").getImageData(left * scale, y * scale, side, side);
      const read = jsQR(data, side, side);
      if (read) found.add(read.data);
    }
    expect(found.size).toBe(3);
    expect(links.map(({ url }) => url)).toEqual(expect.arrayContaining([...found]));
  });

  test("counts its pages before the first leaves", async () => {
    const { pdf, pages } = await printed("lakeshore");
    expect(new Set(pages.map(([, all]) => all))).toEqual(new Set([pdf.pages.length]));
    pdf.pages.forEach(({ text }, at) => expect(text).toContain(`Page ${at + 1} of ${pdf.pages.length}`));
  });

  test("is told in Spanish, and says what is in English", async () => {
    const { pdf } = await print(few("riverbend", 20), { locale: "es" });
    expect(pdf.info).toMatchObject({ Language: "es" });
    const nodes = pdf.pages.flatMap(({ structure }) => [...nodesOf(structure)]);
    expect(nodes.filter(({ role, lang }) => role === "H3" && lang === "en").length).toBeGreaterThan(5);
    expect(pdf.text).toContain("En inglés");
    expect(pdf.text).toContain("Contenido");
  });

  test("leads by its cover to the list of today, and an edition's also to the edition", async () => {
    const list = few("lakeshore", 2);
    const edition = { number: 3, title: "Spring 2027", titleEs: null, note: null, noteEs: null };
    const { pdf } = await print({ ...list, edition }, { editionCode: "kt7n4b" });
    const urls = pdf.pages[0]!.links.map(({ url }) => url);
    expect(urls).toEqual(expect.arrayContaining([`${ORIGIN}/lakeshore/opportunities`, `${ORIGIN}/go/kt7n4b`]));
    expect(pdf.pages[0]!.text).toContain("list.example.org/go/kt7n4b");
    expect((await print(list)).pdf.pages[0]!.text).not.toContain("as it was published");
  });

  test("is no smaller than 18 points anywhere in large print", async () => {
    const { pdf } = await print(few("lakeshore", 8), { size: "large" });
    for (const { page } of pdf.pages) {
      const { items } = await page.getTextContent();
      const sizes = items.flatMap((item) => ("height" in item && item.str.trim() ? [item.height] : []));
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(18);
    }
  });
});

test("prints whatever was typed into a field (S4, S16)", async () => {
  const list = structuredClone(lists.get("lakeshore")!);
  const first = list.entries[0]!;
  list.entries = NAUGHTY_STRINGS.map((text, index) => ({
    ...structuredClone(first),
    id: `naughty-${index}`,
    organization: { ...first.organization, name: text },
    noteToReaders: text,
    content: {
      ...first.content,
      ...{ title: text, summary: text, schedule: text, payDetail: text, city: text, street: text, busStop: text },
    },
  }));
  list.district.name = NAUGHTY_STRINGS.join(" ").slice(0, 300);
  for (const size of ["normal", "large"] as const) {
    const { pdf } = await print(list, { size });
    expect(pdf.text).toContain("<script>alert(1)</script>");
    expect(pdf.text).not.toContain("\u202e");
    const urls = pdf.pages.flatMap(({ links }) => links.map(({ url }) => url));
    expect(urls.filter((url) => url && !url.startsWith(ORIGIN))).toEqual([]);
  }
});

test("says that nothing is on an empty list", async () => {
  const { pdf } = await print({ ...lists.get("riverbend")!, entries: [] });
  expect(pdf.pages).toHaveLength(1);
  expect(pdf.text).toContain("Nothing is on the list today.");
});

test("says of a search that nothing fits it, not that the list is empty", async () => {
  const asked = { query: "q=zeppelin", words: "“zeppelin”" };
  const { pdf } = await print({ ...lists.get("riverbend")!, entries: [] }, { asked });
  expect(pdf.text).toContain("Nothing on the list fits this search today.");
});
