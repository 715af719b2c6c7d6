import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { importMappings, imports } from "#db/schema/imports.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { districts, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator } from "#tests/support/givens.ts";
import { checkImport, remapImport, startImport } from "./check-import.server.ts";
import { getImport, listImports, listKnownLists } from "./imports.server.ts";
import { guessMapping, ImportMapping } from "./mapping.ts";

const database = useTestDatabase();
const { riverbend, lakeshore } = districts;
const dana = () => asCoordinator(database.db, people.dana.id, riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, lakeshore.id);

const options = { mode: "review" as const, shiftDates: false, source: "check" };
const posted = (text: string, changes: { source?: string; idempotencyKey?: string; districtId?: string } = {}) => ({
  districtId: changes.districtId ?? riverbend.id,
  fileName: "list.csv",
  bytes: new TextEncoder().encode(text),
  options: { ...options, source: changes.source ?? options.source },
  idempotencyKey: changes.idempotencyKey ?? randomUUID(),
});
const SOUND = "Title,Organization,Zip\nTutor,Library,61201\n,Library,61201\n";

async function checked(...args: Parameters<typeof posted>) {
  const outcome = await checkImport(dana(), posted(...args));
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value.importId;
}
const counts = () => Promise.all([listings, opportunities, imports].map((table) => database.db.$count(table)));

describe("checking a file", () => {
  it("keeps the file, says what would happen, and changes nothing else", async () => {
    const before = await counts();
    const importId = await checked(SOUND);
    expect(await counts()).toEqual([before[0], before[1], before[2]! + 1]);
    const kept = await getImport(dana(), importId);
    expect(kept).toMatchObject({
      status: "checked",
      requestedByName: people.dana.name,
      rowsTotal: 2,
      report: { created: 1, skipped: 1, samples: ["Tutor", "Library", "61201"] },
    });
    expect(kept!.report.preview).toMatchObject([
      { row: 2, title: "Tutor", organization: "Library", city: "Rock Island" },
    ]);
    expect(kept!.report.problems).toEqual([{ row: 3, column: "Title", code: "missing_title", value: "" }]);
  });

  it("does the same form once", async () => {
    const file = posted(SOUND);
    const [first, second] = [await checkImport(dana(), file), await checkImport(dana(), file)];
    expect(second).toEqual(first);
  });

  it("refuses a file it can't read, and keeps nothing of it", async () => {
    const before = await counts();
    const refusals = await Promise.all([
      checkImport(dana(), posted("")),
      checkImport(dana(), posted("PK\u0003\u0004 workbook")),
      checkImport(dana(), posted("a,b\n1,\u0000")),
    ]);
    expect(refusals.map((outcome) => !outcome.ok && outcome.refusal)).toEqual([
      "file_empty",
      "file_is_spreadsheet",
      "file_not_text",
    ]);
    expect(await counts()).toEqual(before);
  });

  it("can import nothing while the columns it needs are unknown", async () => {
    const importId = await checked("a,b\n1,2\n");
    expect((await getImport(dana(), importId))!.report).toMatchObject({ created: 0, skipped: 1 });
    const outcome = await startImport(dana(), { importId, idempotencyKey: randomUUID() });
    expect(outcome).toEqual({ ok: false, refusal: "nothing_to_import" });
  });

  it("refuses a coordinator who names another district", async () => {
    const outcome = await checkImport(priya(), posted(SOUND));
    expect(outcome).toEqual({ ok: false, refusal: "not_found" });
  });
});

describe("mapping its columns", () => {
  it("checks again with other columns", async () => {
    const importId = await checked("what,who,Zip\nTutor,Library,61201\n");
    const mapping = ImportMapping.parse({ columns: { title: "what", organization: "who", zip: "Zip", pay: "gone" } });
    const outcome = await remapImport(dana(), { importId, mapping, options, idempotencyKey: randomUUID() });
    expect(outcome.ok).toBe(true);
    const kept = await getImport(dana(), importId);
    expect(kept!.report.created).toBe(1);
    expect(kept!.mapping.columns).toEqual({ title: "what", organization: "who", zip: "Zip" });
  });

  it("remembers a list's columns once it is imported, in this district only", async () => {
    const importId = await checked("what,who\nTutor,Library\n", { source: "remembered" });
    const mapping = ImportMapping.parse({ columns: { title: "what", organization: "who" } });
    const named = { ...options, source: "remembered" };
    await remapImport(dana(), { importId, mapping, options: named, idempotencyKey: randomUUID() });
    expect(await listKnownLists(dana())).not.toContain("remembered");
    await startImport(dana(), { importId, idempotencyKey: randomUUID() });
    expect(await listKnownLists(dana())).toContain("remembered");
    expect(await listKnownLists(priya())).not.toContain("remembered");
    const next = await checked("what,who\nCook,Library\n", { source: "remembered" });
    expect((await getImport(dana(), next))!.report.created).toBe(1);
  });

  it("proposes the columns of another list with the same header row, of this district only", async () => {
    const headers = "el que,el quien\n";
    const importId = await checked(`${headers}Tutor,Library\n`, { source: "november" });
    const mapping = ImportMapping.parse({ columns: { title: "el que", organization: "el quien" } });
    const named = { ...options, source: "november" };
    await remapImport(dana(), { importId, mapping, options: named, idempotencyKey: randomUUID() });
    await database.db.update(imports).set({ status: "done", finishedAt: TEST_NOW }).where(eq(imports.id, importId));
    const next = (await getImport(dana(), await checked(`${headers}Cook,Library\n`, { source: "december" })))!;
    expect(next.report).toMatchObject({ created: 1, columnsOf: "november" });
    expect(next.mapping.columns).toEqual(mapping.columns);
    const theirs = await checkImport(priya(), posted(`${headers}Cook,Library\n`, { districtId: lakeshore.id }));
    const shown = theirs.ok && (await getImport(priya(), theirs.value.importId));
    expect(shown && shown.report).toMatchObject({ created: 0, columnsOf: null });
  });

  it("refuses another district's import, and one that has started", async () => {
    const importId = await checked(SOUND);
    const mapping = guessMapping(["Title"]);
    const change = { importId, mapping, options, idempotencyKey: randomUUID() };
    expect(await remapImport(priya(), change)).toEqual({ ok: false, refusal: "not_found" });
    expect((await getImport(dana(), importId))!.mapping.columns.organization).toBe("Organization");
    await startImport(dana(), { importId, idempotencyKey: randomUUID() });
    const late = await remapImport(dana(), { ...change, idempotencyKey: randomUUID() });
    expect(late).toEqual({ ok: false, refusal: "already_started" });
  });
});

describe("starting it", () => {
  it("queues one job and keeps the mapping, however often the button is pressed", async () => {
    const importId = await checked(SOUND, { source: "start" });
    const key = randomUUID();
    const outcomes = [
      await startImport(dana(), { importId, idempotencyKey: key }),
      await startImport(dana(), { importId, idempotencyKey: key }),
      await startImport(dana(), { importId, idempotencyKey: randomUUID() }),
    ];
    expect(outcomes.map((outcome) => outcome.ok || outcome.refusal)).toEqual([true, true, "already_started"]);
    const jobs = await database.db.execute(
      sql`select 1 from graphile_worker.jobs where key = ${`run-import:${importId}`}`,
    );
    expect(jobs).toHaveLength(1);
    expect((await getImport(dana(), importId))!.status).toBe("queued");
    expect(await database.db.$count(importMappings, eq(importMappings.name, "start"))).toBe(1);
  });

  it("says that one no job will end has stopped, and starts it again", async () => {
    const importId = await checked(SOUND, { source: "stopped" });
    await startImport(dana(), { importId, idempotencyKey: randomUUID() });
    const key = `run-import:${importId}`;
    await database.db.update(imports).set({ status: "running", rowsDone: 1 }).where(eq(imports.id, importId));
    expect((await getImport(dana(), importId))!.status).toBe("running");
    // Killed as often as it may be tried.
    await database.db.execute(sql`update graphile_worker._private_jobs set attempts = max_attempts where key = ${key}`);
    expect((await getImport(dana(), importId))!.status).toBe("failed");
    expect((await listImports(dana())).find(({ id }) => id === importId)!.status).toBe("failed");
    expect((await startImport(dana(), { importId, idempotencyKey: randomUUID() })).ok).toBe(true);
    expect((await getImport(dana(), importId))!.status).toBe("queued");
  });

  it("refuses another district's import and an unknown one", async () => {
    const importId = await checked(SOUND);
    const refusal = { ok: false, refusal: "not_found" };
    expect(await startImport(priya(), { importId, idempotencyKey: randomUUID() })).toEqual(refusal);
    expect(await startImport(dana(), { importId: randomUUID(), idempotencyKey: randomUUID() })).toEqual(refusal);
    expect((await getImport(dana(), importId))!.status).toBe("checked");
  });
});

it("shows a district its own imports only, newest first", async () => {
  const importId = await checked(SOUND);
  expect((await listImports(dana())).map(({ id }) => id)).toContain(importId);
  expect((await listImports(priya())).map(({ id }) => id)).not.toContain(importId);
  expect(await getImport(priya(), importId)).toBeNull();
  expect(await getImport(dana(), "not-a-uuid")).toBeNull();
});
