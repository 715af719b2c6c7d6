import { en } from "./catalogs/en.ts";
import { es } from "./catalogs/es.ts";
import { registerPseudoLocale } from "./pseudo-locale.ts";
import { registerCatalog } from "./translator.ts";

registerCatalog("en", en);
registerCatalog("es", es);

// Journeys look at pages in a language of tests.
if (process.env["PSEUDO_LOCALE"] === "on") registerPseudoLocale(en);
