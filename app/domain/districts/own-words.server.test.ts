import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { districtKinds, districts as table } from "#db/schema/districts.ts";
import { events } from "#db/schema/events.ts";
import { districts, people } from "#db/seed/cast.ts";
import "#app/i18n/catalogs.server.ts";
import { translator } from "#app/i18n/translator.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asAdmin, givenListing } from "#tests/support/givens.ts";
import { listWaitingForIndex } from "#tests/support/indexing.ts";
import { KIND_CODES } from "../opportunities/kinds.ts";
import { getDistrict } from "./districts.server.ts";
import { readKinds, saveKinds, withheldIn, type KindSettings } from "./kinds.server.ts";
import { Kinds, Words } from "./own-words-form.ts";
import { findOwnWords, findStage } from "./own-words.server.ts";
import { saveWording } from "./wording.server.ts";

const database = useTestDatabase();
const riverbend = districts.riverbend.id;
const ines = () => asAdmin(database.db, people.ines.id, riverbend);
const read = async (id: string = riverbend) => (await getDistrict(database.db, id))!;
const form = async () => ({ version: (await read()).version, idempotencyKey: randomUUID() });
const speak = async (locale: "en" | "es", id: string = riverbend) =>
  translator(locale, await findOwnWords(database.db, await read(id), locale));
const topics = async () => {
  const ours = and(eq(events.name, "district.settings_changed"), eq(events.districtId, riverbend));
  return (await database.db.select().from(events).where(ours)).map(({ detail }) => detail);
};
const indexed = () => listWaitingForIndex(database.db);

let ours: KindSettings;
beforeEach(async () => {
  ours = await readKinds(database.db, riverbend);
});
afterEach(async () => {
  await database.db.delete(districtKinds);
  await database.db.update(table).set({ vocabulary: {}, stageNames: {}, clusterWording: "national_2024" });
  await database.db.execute(sql`delete from graphile_worker._private_jobs`);
});
const withInternship = (changes: Partial<KindSettings["PaidInternship"]>) => ({
  kinds: { ...ours, PaidInternship: { ...ours.PaidInternship, ...changes } },
  stageNames: {},
});

describe("the kinds of a district", () => {
  it("are ours until it says otherwise", () => {
    expect(Object.keys(ours)).toEqual(KIND_CODES);
    const asOurs = { name: null, nameEs: null, stage: "training", counts5s3: false, offered: true };
    expect(ours.PaidInternship).toEqual(asOurs);
  });

  it("have its names and stages wherever it speaks; its readers are told, and another district's are not", async () => {
    const [before, other] = [await read(), await read(districts.lakeshore.id)];
    const { listing } = await givenListing(database.db);
    await givenListing(database.db, { opportunity: { kind: "Mentorship" } });
    const renamed = withInternship({
      name: "Executive internship",
      nameEs: "Pasantía ejecutiva",
      stage: "preparation",
    });
    const stageNames = { preparation: { en: "Getting ready" } };
    const saved = await saveKinds(ines(), { ...renamed, stageNames, ...(await form()) });
    expect(saved).toEqual({ ok: true, value: { version: before.version + 1 } });
    expect((await speak("en"))("opportunity:kind.PaidInternship")).toBe("Executive internship");
    expect((await speak("es"))("opportunity:kind.PaidInternship")).toBe("Pasantía ejecutiva");
    expect((await speak("en"))("opportunity:kind.Mentorship")).toBe("Mentorship");
    expect(await findStage(database.db, await read(), "PaidInternship")).toBe("preparation");
    expect((await speak("en"))("opportunity:stage.preparation")).toBe("Getting ready");
    expect((await speak("es"))("opportunity:stage.preparation")).toBe("Prepararse");
    expect((await speak("en", districts.lakeshore.id))("opportunity:kind.PaidInternship")).toBe("Paid internship");
    expect((await read()).listVersion).toBe(before.listVersion + 1);
    expect(await read(districts.lakeshore.id)).toEqual(other);
    expect(await topics()).toContainEqual({ topic: "kinds", fields: ["PaidInternship", "stageNames"] });
    expect(await indexed()).toEqual([listing.id]);
  });

  it("are kept only where they differ from ours, and a kind it withholds says since when", async () => {
    await saveKinds(ines(), { ...withInternship({ offered: false }), ...(await form()) });
    expect(await withheldIn(database.db, "PaidInternship", [riverbend, districts.lakeshore.id])).toEqual([riverbend]);
    const [row] = await database.db.select().from(districtKinds);
    await saveKinds(ines(), { ...withInternship({ offered: false, name: "Later" }), ...(await form()) });
    expect(await database.db.select().from(districtKinds)).toEqual([{ ...row, name: "Later" }]);
    await saveKinds(ines(), { ...withInternship({}), ...(await form()) });
    expect(await database.db.$count(districtKinds)).toBe(0);
  });

  it("count toward the state's figure only where it says so, and its listings are found by it", async () => {
    const { listing } = await givenListing(database.db);
    const { listing: other } = await givenListing(database.db, { opportunity: { kind: "JobShadowing" } });
    await saveKinds(ines(), { ...withInternship({ counts5s3: true }), ...(await form()) });
    const rows = await database.db.select().from(districtKinds);
    expect(rows).toMatchObject([{ districtId: riverbend, kind: "PaidInternship", counts5s3: true, stage: null }]);
    expect(await indexed()).toContain(listing.id);
    expect(await indexed()).not.toContain(other.id);
  });

  it("stay as they are when nothing is changed, and the later of two tabs is told", async () => {
    const { version } = await read();
    const same = { kinds: ours, stageNames: {} };
    expect(await saveKinds(ines(), { ...same, ...(await form()) })).toEqual({ ok: true, value: { version } });
    const late = { ...withInternship({ name: "Late" }), version: version - 1, idempotencyKey: randomUUID() };
    expect(await saveKinds(ines(), late)).toEqual({ ok: false, refusal: "changed_since_read" });
    expect(await database.db.$count(districtKinds)).toBe(0);
  });
});

describe("the words of a district", () => {
  it("are said as labels, in each language it has them in", async () => {
    const before = await read();
    const vocabulary = { pathway_one: { en: "Academy" }, pathway_many: { en: "Academies", es: "Academias" } };
    await saveWording(ines(), { vocabulary, clusterWording: "national_2024", ...(await form()) });
    const [en, es] = [await speak("en"), await speak("es")];
    expect([en("list:filter.pathway"), en("interests:matches.filters.pathway")]).toEqual(["Academy", "Academies"]);
    expect([es("list:filter.pathway"), es("interests:matches.filters.pathway")]).toEqual([
      "Ruta de estudios",
      "Academias",
    ]);
    expect(await read()).toMatchObject({ vocabulary, listVersion: before.listVersion + 1 });
    expect(await topics()).toContainEqual({ topic: "words", fields: ["vocabulary"] });
    expect(await indexed()).toHaveLength(0);
  });

  it("name the clusters as it chose, so its list is indexed anew", async () => {
    const { listing } = await givenListing(database.db);
    await saveWording(ines(), { vocabulary: {}, clusterWording: "classic", ...(await form()) });
    expect(await read()).toMatchObject({ clusterWording: "classic" });
    expect(await indexed()).toContain(listing.id);
  });

  it("are refused to the later of two tabs", async () => {
    const wording = { vocabulary: {}, clusterWording: "classic" } as const;
    const late = { ...wording, version: (await read()).version - 1, idempotencyKey: randomUUID() };
    expect(await saveWording(ines(), late)).toEqual({ ok: false, refusal: "changed_since_read" });
  });
});

describe("the forms", () => {
  const read = { version: 1, idempotencyKey: randomUUID() };
  const stages = Object.fromEntries(KIND_CODES.map((kind) => [kind, { stage: "training" }]));

  it("leave out what was left empty", () => {
    const stageNames = { training: { en: " Paid  work " }, awareness: { en: " " } };
    expect(Kinds.parse({ ...read, offered: ["Other"], kinds: stages, stageNames })).toMatchObject({
      kinds: { Other: { name: null, offered: true }, Mentorship: { offered: false } },
      stageNames: { training: { en: "Paid work" } },
    });
    expect(Words.parse({ ...read, clusterWording: "classic" }).vocabulary).toEqual({});
  });

  it("ask for one kind at least, and for words of our list alone", () => {
    expect(Kinds.safeParse({ ...read, offered: [], kinds: stages }).success).toBe(false);
    const foreign = { ...read, clusterWording: "classic", vocabulary: { brand: { en: "Mine" } } };
    expect(Words.safeParse(foreign).success).toBe(false);
  });
});
