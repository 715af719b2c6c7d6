import { eq } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { districtKinds } from "#db/schema/districts.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { isKind, KINDS, type Stage } from "../opportunities/kinds.ts";
import type { District } from "./districts.server.ts";
import { NO_WORDS, ownWords, type OwnWords } from "./own-words.ts";

type Speaker = Pick<District, "id" | "version" | "vocabulary" | "stageNames">;
type KindRow = Pick<typeof districtKinds.$inferSelect, "kind" | "name" | "nameEs" | "stage">;

/** Kinds change with the district's settings only, which count their changes: each version is asked for once. */
const known = new WeakMap<Database, Map<string, { version: number; rows: readonly KindRow[] }>>();

/** What the district says instead of our words, in one language; without a district, nothing. */
export async function findOwnWords(db: Database, district: Speaker | null, locale: Locale): Promise<OwnWords> {
  return district ? ownWords(locale, district, await kindsOf(db, district)) : NO_WORDS;
}

/** Where a kind stands among the district's stages; null for a kind this version does not know. */
export async function findStage(db: Database, district: Speaker, kind: string | null): Promise<Stage | null> {
  if (!kind || !isKind(kind)) return null;
  return (await kindsOf(db, district)).find((row) => row.kind === kind)?.stage ?? KINDS[kind].stage;
}

async function kindsOf(db: Database, { id, version }: Speaker): Promise<readonly KindRow[]> {
  const ofDatabase = known.get(db) ?? new Map<string, { version: number; rows: readonly KindRow[] }>();
  known.set(db, ofDatabase);
  const before = ofDatabase.get(id);
  if (before?.version === version) return before.rows;
  const { kind, name, nameEs, stage } = districtKinds;
  const rows = await db
    .select({ kind, name, nameEs, stage })
    .from(districtKinds)
    .where(eq(districtKinds.districtId, id));
  ofDatabase.set(id, { version, rows });
  return rows;
}
