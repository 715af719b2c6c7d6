import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { collections } from "#db/schema/collections.ts";
import { districtKinds, districts, pathways } from "#db/schema/districts.ts";
import { vettingSteps } from "#db/schema/organizations.ts";
import type { Context, Coordinator } from "../context.ts";

/** Which of a district's own texts readers or partners see. */
export const SETTING_TEXTS = [
  "welcome",
  "pathway",
  "pathway_about",
  "kind",
  "stage",
  "term",
  "label",
  "collection",
  "collection_about",
  "vetting_step",
] as const;

export interface SettingText {
  of: (typeof SETTING_TEXTS)[number];
  text: string;
  /** Of what has a page of its own. */
  id: string | null;
}

/** Texts of the district's settings that are written in English only. */
export async function listTextsWithoutSpanish(ctx: Context<Coordinator>): Promise<SettingText[]> {
  const { districtId } = ctx.actor;
  const [[district], ownPathways, kinds, ownCollections, steps] = await Promise.all([
    ctx.db.select().from(districts).where(eq(districts.id, districtId)),
    ctx.db
      .select()
      .from(pathways)
      .where(and(eq(pathways.districtId, districtId), isNull(pathways.retiredAt)))
      .orderBy(asc(pathways.name)),
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
  const look = (
    of: SettingText["of"],
    written: string | null | undefined,
    es: string | null | undefined,
    id?: string,
  ) => {
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
