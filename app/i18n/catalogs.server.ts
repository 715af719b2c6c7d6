import { en } from "./catalogs/en.ts";
import { es } from "./catalogs/es.ts";
import { registerCatalog } from "./translator.ts";

registerCatalog("en", en);
registerCatalog("es", es);
