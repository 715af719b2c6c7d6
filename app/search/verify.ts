/** `npm run search:verify`: compares ids and versions of every engine with the listings; exit 1 when any differs. */
import { readSearchableVersions } from "#app/domain/listings/search-documents.server.ts";
import { withSearch } from "#app/jobs/with-search.server.ts";
import { driftOf } from "./drift.ts";

const SHOWN = 10;

await withSearch(async ({ db, search }) => {
  let sound = true;
  for (const engine of search.engines) {
    const truth = await readSearchableVersions(db);
    const held = await engine.versions();
    console.log(`${engine.name}: ${held.size} documents, ${truth.size} listings`);
    for (const [what, ids] of Object.entries(driftOf(truth, held))) {
      if (!ids.length) continue;
      sound = false;
      console.log(`  ${what} ${ids.length}: ${ids.slice(0, SHOWN).join(" ")}${ids.length > SHOWN ? " …" : ""}`);
    }
  }
  if (!sound) process.exitCode = 1;
});
