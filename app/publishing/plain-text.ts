/** A list as nothing but text, for readers whose machine shows nothing else: wrapped, in the order of the booklet. */
import { noteIn, sectionsOf } from "#app/domain/editions/published-list.ts";
import { paths } from "#app/http/paths.ts";
import { entryOf, type Entry, type Printing } from "./paper/entry.ts";
import { datedOf, sectionName, titleOf } from "./paper/titles.ts";
import { wrap } from "./paper/wrap.ts";

const WIDTH = 72;
const AT_ONCE = 50;

/** Controls and marks that turn a line around would let a text pretend to be another line. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]+/gu;
const plain = (text: string) => text.replace(/\s+/g, " ").replace(HIDDEN, "").trim();

function wrapped(text: string, indent = ""): string {
  const widthOf = (piece: string) => [...piece].length;
  return wrap(plain(text), { widthOf, widthAt: () => WIDTH - indent.length })
    .map((line) => `${indent}${line}\n`)
    .join("");
}

/** A few listings at a time, so that a long list is sent while it is written. */
export function* plainList(printing: Printing): Generator<string, void> {
  const { list, locale, t, origin } = printing;
  const { district, edition } = list;
  const note = edition && noteIn(locale, edition);
  yield [
    wrapped(district.name),
    underlined(titleOf(printing).text, "="),
    wrapped(`${datedOf(printing)} · ${t("paper:count", { count: list.entries.length })}`),
    note
      ? `\n${note.text
          .split(/\n+/)
          .map((paragraph) => wrapped(paragraph))
          .join("\n")}`
      : "",
    `\n${wrapped(t("paper:how.ask", { contact: district.contactEmail }))}`,
    wrapped(origin + paths.list(locale, district.slug)),
    list.entries.length === 0 ? `\n${wrapped(t("paper:empty"))}` : "",
  ].join("");
  for (const section of sectionsOf(list)) {
    const { entries } = section;
    yield `\n\n${underlined(sectionName(printing, section), "-")}`;
    for (let at = 0; at < entries.length; at += AT_ONCE)
      yield entries
        .slice(at, at + AT_ONCE)
        .map((listing) => written(printing, entryOf(printing, listing)))
        .join("");
  }
}

function underlined(text: string, sign: string): string {
  const lines = wrapped(text);
  const longest = Math.max(0, ...lines.split("\n").map((line) => line.length));
  return `${lines}${sign.repeat(longest)}\n`;
}

function written({ t }: Printing, entry: Entry): string {
  const kind = entry.kind ? `${entry.kind}: ` : "";
  return [
    // Only a listing begins at the margin: what was typed into one cannot look like another.
    `\n*${wrapped(`${kind}${entry.title.text}`, "  ").slice(1)}`,
    wrapped([entry.organization, entry.inLanguage].filter(Boolean).join(" · "), "  "),
    ...entry.facts.map(({ label, text }) => wrapped(`${label}: ${text}`, "  ")),
    entry.summary ? wrapped(entry.summary.text, "  ") : "",
    entry.note ? wrapped(`${t("paper:entry.note")} ${entry.note}`, "  ") : "",
    wrapped(entry.trust, "  "),
    `  ${entry.short?.url ?? entry.page}\n`,
  ].join("");
}
