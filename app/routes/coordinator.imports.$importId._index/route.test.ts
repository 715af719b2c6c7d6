import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { runImport } from "#app/domain/imports/run-import.server.ts";
import { imports } from "#db/schema/imports.ts";
import { people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { loader as problems } from "../coordinator.imports.$importId.problems/route.ts";
import { action as run } from "../coordinator.imports.$importId.run/route.tsx";
import { loader as list } from "../coordinator.imports._index/route.tsx";
import { action as upload, loader as uploadForm } from "../coordinator.imports.new/route.tsx";
import { action as remap, loader as page } from "./route.tsx";

const database = useTestDatabase();

const FILE = "what,Organization,Zip\nTutor,=cmd|x,61201\n,Library,61201\n";
function form(text: string | Uint8Array<ArrayBuffer> = FILE, changes: Record<string, string> = {}) {
  const body = new FormData();
  body.set("file", new File([text], "partners 2027-02-01.csv", { type: "text/csv" }));
  for (const [name, value] of Object.entries({ idempotencyKey: randomUUID(), mode: "publish", ...changes }))
    body.set(name, value);
  return body;
}
const uploaded = async (body = form(), as: string = people.dana.id) =>
  upload(await ask(database.db, { form: body, as }));
/** An action answers a Response, or what `data()` makes of a form that was refused. */
interface Refused {
  data: { lastResult: { error?: Record<string, string[] | null> | null } };
  init: ResponseInit | null;
}
const statusOf = (answer: object) =>
  answer instanceof Response ? answer.status : ((answer as Refused).init?.status ?? 200);
const errorsOf = (answer: object) => (answer as Refused).data.lastResult.error;

async function checkedImport() {
  const answer = await uploaded();
  if (!(answer instanceof Response)) throw new Error(JSON.stringify(answer));
  return answer.headers.get("Location")!.split("/").pop()!;
}
const mappingForm = (changes: Record<string, string> = {}) => ({
  idempotencyKey: randomUUID(),
  source: "partners",
  mode: "publish",
  defaultKind: "Mentorship",
  title: "what",
  organization: "Organization",
  zip: "Zip",
  ...changes,
});

describe("the upload", () => {
  it("leads to the import's own page and names the list after the file", async () => {
    const answer = await uploaded();
    expect(statusOf(answer)).toBe(302);
    const importId = await checkedImport();
    const shown = await page(await ask(database.db, { params: { importId }, as: people.dana.id }));
    expect(shown).toMatchObject({
      status: "checked",
      options: { source: "partners" },
      counts: { created: 0, skipped: 2 },
    });
  });

  it.each([
    ["an empty file", "", "This file is empty."],
    ["a workbook", Uint8Array.of(0x50, 0x4b, 3, 4, 9), "not a CSV file"],
    ["a broken quote", 'a,b\n"1,2', "never closed"],
  ])("says what is wrong with %s and keeps what was typed", async (_, text, words) => {
    const answer = await uploaded(form(text, { source: "My list" }));
    expect(statusOf(answer)).toBe(422);
    expect(JSON.stringify(errorsOf(answer))).toContain(words);
  });

  it("asks for a file when there is none", async () => {
    const body = form();
    body.delete("file");
    const answer = await uploaded(body);
    expect(statusOf(answer)).toBe(422);
    expect(errorsOf(answer)).toMatchObject({ file: ["Choose a file first."] });
  });

  it("shows its form in the coordinator's language", async () => {
    const spanish = await uploadForm(await ask(database.db, { as: people.dana.id, context: { locale: "es" } }));
    expect(spanish.title).toBe("Importar un archivo");
  });
});

describe("the import's page", () => {
  it("checks again with other columns, then imports, then reports", async () => {
    const importId = await checkedImport();
    const at = { params: { importId }, as: people.dana.id };
    const mapped = await remap(await ask(database.db, { ...at, form: mappingForm() }));
    expect(statusOf(mapped)).toBe(302);
    const checked = await page(await ask(database.db, at));
    expect(checked).toMatchObject({
      counts: { created: 1, skipped: 1 },
      problems: [{ row: 3, column: "what", code: "missing_title", leftOut: true }],
      preview: [{ title: "Tutor", kind: "Mentorship" }],
    });
    const started = await run(await ask(database.db, { ...at, form: { idempotencyKey: randomUUID() } }));
    expect(statusOf(started)).toBe(302);
    expect((await page(await ask(database.db, at))).status).toBe("queued");
    await runImport({ db: database.db, now: TEST_NOW, actor: { kind: "system", userId: null } }, importId);
    expect(await page(await ask(database.db, at))).toMatchObject({ status: "done", rowsDone: 2, rowsTotal: 2 });
    const late = await remap(await ask(database.db, { ...at, form: mappingForm() }));
    expect(statusOf(late)).toBe(409);
  });

  it("answers a form that can't be right with 422", async () => {
    const importId = await checkedImport();
    const bad = mappingForm({ defaultKind: "Lottery", mode: "destroy" });
    const answer = await remap(await ask(database.db, { params: { importId }, as: people.dana.id, form: bad }));
    expect(statusOf(answer)).toBe(422);
  });

  it("offers its problems as a file in which no cell is a formula", async () => {
    const importId = await checkedImport();
    const response = await problems(await ask(database.db, { params: { importId }, as: people.dana.id }));
    expect(response.headers.get("Content-Type")).toContain("text/csv");
    const text = await response.text();
    expect(text).toContain("There is no title");
    expect(text).not.toMatch(/(^|,|")[=+@]/m);
  });
});

describe("nobody else", () => {
  let importId = "";
  beforeAll(async () => {
    importId = await checkedImport();
  });

  it("sees or changes another district's import", async () => {
    const at = { params: { importId }, as: people.priya.id };
    const key = { idempotencyKey: randomUUID() };
    const answers = await Promise.all([
      thrownBy(page(await ask(database.db, at))),
      thrownBy(problems(await ask(database.db, at))),
      thrownBy(remap(await ask(database.db, { ...at, form: mappingForm() }))),
      thrownBy(run(await ask(database.db, { ...at, form: key }))),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    const [row] = await database.db.select().from(imports).where(eq(imports.id, importId));
    expect(row!.status).toBe("checked");
    expect((await list(await ask(database.db, { as: people.priya.id }))).imports).toEqual([]);
  });

  it("gets in without the right role", async () => {
    for (const [as, looked, sent] of [
      [people.tomas.id, 403, 403],
      [undefined, 302, 401],
    ] as const) {
      const at = { params: { importId }, as };
      const answers = await Promise.all([
        thrownBy(list(await ask(database.db, { as }))),
        thrownBy(uploadForm(await ask(database.db, { as }))),
        thrownBy(upload(await ask(database.db, { as, form: form() }))),
        thrownBy(page(await ask(database.db, at))),
        thrownBy(problems(await ask(database.db, at))),
        thrownBy(remap(await ask(database.db, { ...at, form: mappingForm() }))),
        thrownBy(run(await ask(database.db, { ...at, form: { idempotencyKey: randomUUID() } }))),
      ]);
      expect(answers.map((answer) => answer.status)).toEqual([looked, looked, sent, looked, looked, sent, sent]);
    }
  });

  it("finds an import under an id that is none", async () => {
    for (const wrong of ["nope", "00000000", randomUUID()])
      expect(
        (await thrownBy(page(await ask(database.db, { params: { importId: wrong }, as: people.dana.id })))).status,
      ).toBe(404);
  });
});
