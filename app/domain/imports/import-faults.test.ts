import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { imports } from "#db/schema/imports.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { organizations } from "#db/schema/organizations.ts";
import { districts, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator } from "#tests/support/givens.ts";
import { asSystem, csvOf, givenFile, importedFrom } from "#tests/support/imports.ts";
import { checkImport, claimImport } from "./check-import.server.ts";
import { runImport } from "./run-import.server.ts";

const database = useTestDatabase();
const { lakeshore } = districts;

describe("an import that is cut short", () => {
  it("leaves nothing behind and arrives whole when it is run again", async () => {
    const checked = await checkImport(asSystem(database.db), {
      ...givenFile(csvOf("1,Half,Half Org,,61201", "2,Whole,Half Org,,61201"), "half"),
      idempotencyKey: randomUUID(),
    });
    if (!checked.ok) throw new Error(checked.refusal);
    await claimImport(asSystem(database.db), checked.value.importId);
    await database.db.execute(sql`
      create function break_half() returns trigger language plpgsql as $$
      begin if new.source = 'half' then raise exception 'cut short'; end if; return new; end $$`);
    await database.db.execute(
      sql`create trigger break_half before insert on imported_rows for each row execute function break_half()`,
    );
    await expect(runImport(asSystem(database.db), checked.value.importId)).rejects.toThrow();
    const nothing = await Promise.all([
      importedFrom(database.db, "half"),
      database.db.select().from(organizations).where(eq(organizations.name, "Half Org")),
      database.db.select().from(opportunities).where(eq(opportunities.title, "Half")),
    ]);
    expect(nothing).toEqual([[], [], []]);
    const [failed] = await database.db.select().from(imports).where(eq(imports.id, checked.value.importId));
    expect(failed).toMatchObject({ status: "failed", rowsDone: 0 });
    expect(failed!.file).not.toBeNull();

    await database.db.execute(sql`drop trigger break_half on imported_rows`);
    const again = await runImport(asSystem(database.db), checked.value.importId);
    expect(again.ok && again.value.created).toBe(2);
    const [done] = await database.db.select().from(imports).where(eq(imports.id, checked.value.importId));
    expect(done).toMatchObject({ status: "done", file: null, rowsDone: 2, finishedAt: TEST_NOW });
  });

  it("is taken up where a killed process left the word running", async () => {
    const checked = await checkImport(asSystem(database.db), {
      ...givenFile(csvOf("1,Killed,Killed Org,,61201"), "killed"),
      idempotencyKey: randomUUID(),
    });
    if (!checked.ok) throw new Error(checked.refusal);
    await database.db
      .update(imports)
      .set({ status: "running", rowsDone: 1 })
      .where(eq(imports.id, checked.value.importId));
    const outcome = await runImport(asSystem(database.db), checked.value.importId);
    expect(outcome.ok && outcome.value.created).toBe(1);
  });

  it("runs once when two workers take it at the same moment", async () => {
    const checked = await checkImport(asSystem(database.db), {
      ...givenFile(csvOf("1,Twin,Twin Org,,61201"), "twin"),
      idempotencyKey: randomUUID(),
    });
    if (!checked.ok) throw new Error(checked.refusal);
    await claimImport(asSystem(database.db), checked.value.importId);
    const both = await Promise.all([
      runImport(asSystem(database.db), checked.value.importId),
      runImport(asSystem(database.db), checked.value.importId),
    ]);
    expect(both.map((outcome) => outcome.ok && outcome.value.created)).toEqual([1, 1]);
    expect(await database.db.$count(organizations, eq(organizations.name, "Twin Org"))).toBe(1);
  });
});

it("refuses to run an import nobody started, of another district, or unknown", async () => {
  const checked = await checkImport(asSystem(database.db), {
    ...givenFile(csvOf("1,Idle,Idle Org,,61201"), "idle"),
    idempotencyKey: randomUUID(),
  });
  if (!checked.ok) throw new Error(checked.refusal);
  const { importId } = checked.value;
  expect(await runImport(asSystem(database.db), importId)).toEqual({ ok: false, refusal: "not_started" });
  const priya = asCoordinator(database.db, people.priya.id, lakeshore.id);
  expect(await runImport(priya, importId)).toEqual({ ok: false, refusal: "not_found" });
  expect(await runImport(asSystem(database.db), randomUUID())).toEqual({ ok: false, refusal: "not_found" });
  expect(await database.db.$count(imports, and(eq(imports.id, importId), isNull(imports.finishedAt)))).toBe(1);
});
