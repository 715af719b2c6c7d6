import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { collections } from "#db/schema/collections.ts";
import { districtKinds } from "#db/schema/districts.ts";
import { vettingSteps } from "#db/schema/organizations.ts";
import type { Context, Coordinator } from "../context.ts";
import { getDistrict, listPathways } from "../districts/districts.server.ts";

/** Which of a district's own texts readers or partners see. */
type SettingTextOf =
  | "welcome"
  | "pathway"
  | "pathway_about"
  | "kind"
  | "stage"
  | "term"
  | "label"
  | "collection"
  | "collection_about"
  | "vetting_step";

export interface SettingText {
  of: SettingTextOf;
  text: string;
  /** Of what has a page of its own. */
  id: string | null;
}

/** Texts of the district's settings that are written in English only. */
export async function listTextsWithoutSpanish(ctx: Context<Coordinator>): Promise<SettingText[]> {
  const { districtId } = ctx.actor;
  const [district, ownPathways, kinds, ownCollections, steps] = await Promise.all([
    getDistrict(ctx.db, districtId),
    listPathways(ctx.db, districtId),
    ctx.db
      .select()
      .from(districtKinds)
      .where(and(eq(districtKinds.districtId, districtId), isNotNull(districtKinds.name)))
      .orderBy(asc(districtKinds.name)),
    ctx.db
      .select()
      .from(collections)
      .where(eq(collections.districtId, districtId))
      .orderBy(asc(collections.position), asc(collections.id)),
    ctx.db
      .select()
      .from(vettingSteps)
      .where(and(eq(vettingSteps.districtId, districtId), isNull(vettingSteps.retiredAt)))
      .orderBy(asc(vettingSteps.position), asc(vettingSteps.id)),
  ]);
  if (!district) throw new Error(`no district ${districtId}`);
  const lacking: SettingText[] = [];
  const look = (of: SettingTextOf, written: string | null | undefined, es: string | null | undefined, id?: string) => {
    if (written && !es) lacking.push({ of, text: written, id: id ?? null });
  };
  look("welcome", district.welcome, district.welcomeEs);
  for (const { id, name, nameEs, about, aboutEs } of ownPathways) {
    look("pathway", name, nameEs, id);
    look("pathway_about", about, aboutEs, id);
  }
  for (const { name, nameEs } of kinds) look("kind", name, nameEs);
  for (const { en, es } of Object.values(district.stageNames)) look("stage", en, es);
  for (const { en, es } of Object.values(district.vocabulary)) look("term", en, es);
  for (const { name, nameEs } of district.labels) look("label", name, nameEs);
  for (const { id, name, nameEs, about, aboutEs } of ownCollections) {
    look("collection", name, nameEs, id);
    look("collection_about", about, aboutEs, id);
  }
  for (const { id, name, nameEs } of steps) look("vetting_step", name, nameEs, id);
  return lacking;
}
