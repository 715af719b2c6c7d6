import { shadesOf } from "#app/domain/districts/color.ts";
import type { Face } from "../paper/faces.server.ts";
import { CARD_SIZE, type Card } from "./card.ts";
import { fitLines } from "./fit-lines.ts";
import { drawable, outline, widthOf } from "./outlines.server.ts";

const { width: WIDTH, height: HEIGHT } = CARD_SIZE;
const EDGE = 72;
const INNER = WIDTH - 2 * EDGE;
/** As `app/styles/tokens.css` has them. */
const OURS = { hero: "#0a4639", heroLines: "#1d6151", heroMuted: "#d3e9df" };
const INK = "#f4fbf7";
const ACCENT = "#ffb83d";
const ON_ACCENT = "#14231d";
/** The title is as large as it can be and still whole; at last it is cut. */
const TITLES = [
  { size: 76, most: 2 },
  { size: 64, most: 3 },
  { size: 52, most: 4 },
];
/** More of a text than any card shows is not even measured. */
const MOST_CHARACTERS = 300;
const CONTOURS = [0, 1, 2, 3, 4].map(
  (n) =>
    `M${760 + 50 * n} ${HEIGHT} C ${840 + 45 * n} ${420 - 30 * n}, ${1000 + 30 * n} ${500 - 55 * n}, ${WIDTH} ${250 - 60 * n}`,
);

/** The card as an SVG in which every letter is a path. */
export function drawCard(card: Card): string {
  const { hero, heroLines, heroMuted } = card.color ? shadesOf(card.color).light : OURS;
  const tag = card.tag === null ? "" : line(card.tag, { face: "bold", size: 28 }, INNER - 48);
  const title = fittingTitle(hasLetters(card.title) ? card.title : card.otherwise);
  const [first, ...others] = card.lines.map((text) => shown(text)).filter((text) => text !== "");
  const top = tag ? 250 : 180;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${hero}"/>`,
    `<g fill="none" stroke="${heroLines}" stroke-width="3">${CONTOURS.map((d) => `<path d="${d}"/>`).join("")}</g>`,
    group(INK, at(line(card.district, { face: "bold", size: 32 }, INNER), { y: 104, size: 32, face: "bold" })),
    `<rect x="${EDGE}" y="134" width="${INNER}" height="3" fill="${heroLines}"/>`,
    tag && tagOf(tag),
    group(
      INK,
      title.lines
        .map((text, i) => at(text, { y: top + title.size * (0.8 + i * 1.14), size: title.size, face: "bold" }))
        .join(""),
    ),
    group(INK, at(line(first ?? "", { face: "bold", size: 34 }, INNER), { y: 536, size: 34, face: "bold" })),
    group(
      heroMuted,
      at(line(others.join(" · "), { face: "regular", size: 30 }, INNER), { y: 582, size: 30, face: "regular" }),
    ),
    "</svg>",
  ].join("");
}

const shown = (text: string) => drawable(text.slice(0, MOST_CHARACTERS));
const hasLetters = (text: string) => /[\p{L}\p{N}]/u.test(shown(text));
const group = (fill: string, paths: string) => (paths ? `<g fill="${fill}">${paths}</g>` : "");
const at = (text: string, where: { y: number; size: number; face: Face }) => outline(text, { x: EDGE, ...where });

function fittingTitle(text: string): { lines: string[]; size: number } {
  const title = shown(text);
  const tries = TITLES.map(({ size, most }) => {
    const fitted = fitLines(title, { widthOf: (each) => widthOf(each, { face: "bold", size }), width: INNER, most });
    return { ...fitted, size };
  });
  return tries.find(({ isWhole }) => isWhole) ?? tries.at(-1)!;
}

const line = (text: string, pen: { face: Face; size: number }, width: number) =>
  fitLines(shown(text), { widthOf: (each) => widthOf(each, pen), width, most: 1 }).lines[0] ?? "";

function tagOf(text: string): string {
  const width = widthOf(text, { face: "bold", size: 28 }) + 48;
  const ground = `<rect x="${EDGE}" y="172" width="${Math.round(width)}" height="56" rx="28" fill="${ACCENT}"/>`;
  return ground + group(ON_ACCENT, outline(text, { x: EDGE + 24, y: 210, size: 28, face: "bold" }));
}
