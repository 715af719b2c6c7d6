/**
 * A language of tests, called `ar-XB` as others call it: our English between brackets, written from right to left. A page
 * in it shows what no catalog holds, by standing there without brackets, and what does not turn round.
 */
import { addUnspoken } from "./locales.ts";
import { registerCatalog, type Catalog } from "./translator.ts";

export const PSEUDO_LOCALE = "ar-XB";
/** Arabic knows six numbers; the catalogs have the two of English. */
const NUMBERS = ["zero", "one", "two", "few", "many"];

export function registerPseudoLocale(catalog: Catalog) {
  registerCatalog(addUnspoken(PSEUDO_LOCALE), marked(catalog) as Catalog);
}

type Messages = { [key: string]: string | Messages };

function marked(messages: Messages): Messages {
  const all = Object.entries(messages).flatMap(([key, message]) => {
    const said = typeof message === "string" ? `⟦${message}⟧` : marked(message);
    const kind = key.endsWith("_other") ? key.slice(0, -"other".length) : null;
    return [...(kind === null ? [] : NUMBERS.map((number) => [kind + number, said] as const)), [key, said] as const];
  });
  return Object.fromEntries(all);
}
