/**
 * What search quality is measured on: a district's list as it becomes by `npm run db:seed` and by importing a city's real
 * postings with `npm run import -- postings FILE --district riverbend --shift-dates --publish`.
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { codeWords } from "#app/jobs/code-words.server.ts";
import { importFile } from "#app/domain/imports/import-file.server.ts";
import { readAllSearchDocuments } from "#app/domain/listings/search-documents.server.ts";
import { fold } from "#app/search/tokens.ts";
import type { SearchDocument } from "#app/search/search-index.ts";
import type { Database } from "#db/database.ts";
import { loadReference } from "#db/reference/load.server.ts";
import { districts } from "#db/seed/cast.ts";
import { seed } from "#db/seed/index.ts";

export const SHARED = "../shared/data";
const POSTINGS = `${SHARED}/postings/nyc_service_volunteer_opportunities.csv`;

export const hasShared = () => existsSync(POSTINGS);

/** A listing as it is judged: by its own words and place, and by the sub-clusters it was filed under. */
export interface Judged {
  id: string;
  title: string;
  /** Lower case, without accents, one blank between words and around all. */
  titleWords: string;
  /** Title, summary, body and organization: what the partner wrote, without the product's own keywords. */
  ownWords: string;
  city: string;
  subClusters: string[];
}

export async function buildCorpus(db: Database, now: Date) {
  await loadReference(db);
  await seed(db, now);
  const outcome = await importFile(
    { db, now, actor: { kind: "system", userId: null } },
    {
      districtId: districts.riverbend.id,
      fileName: "postings.csv",
      bytes: await readFile(POSTINGS),
      options: { mode: "publish", shiftDates: true, source: "postings" },
    },
  );
  if (!outcome.ok) throw new Error(outcome.refusal);
  const documents: SearchDocument[] = [];
  for await (const batch of readAllSearchDocuments(db, codeWords)) documents.push(...batch);
  const judged = documents
    .filter(
      ({ districtId, closesAt }) => districtId === districts.riverbend.id && (closesAt ?? Infinity) * 1000 >= +now,
    )
    .map(judge);
  return { documents, judged, districtId: districts.riverbend.id };
}

function judge({ id, title, organization, summary, body, subClusters }: SearchDocument): Judged {
  return {
    ...{ id, title, subClusters, titleWords: spaced(title) },
    ownWords: spaced([title, organization, summary, body].join(" ")),
    // The text's last line is where it takes place.
    city: spaced(body.split("\n").at(-1) ?? ""),
  };
}

/** ` so that whole words are looked for `. */
export const spaced = (text: string) =>
  ` ${
    fold(text)
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(" ") ?? ""
  } `;

export const holds = (spacedText: string, words: string) => spacedText.includes(spaced(words));
