import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator } from "#tests/support/givens.ts";
import {
  addReasonTemplate,
  changeReasonTemplate,
  deleteReasonTemplate,
  listReasonTemplates,
} from "./reason-templates.server.ts";
import { deleteView, listSavedViews, renameView, saveView } from "./saved-views.server.ts";

const database = useTestDatabase();
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const marcus = () => asCoordinator(database.db, people.marcus.id, districts.riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, districts.lakeshore.id);
const key = () => ({ idempotencyKey: randomUUID() });
const happened = async (id: string) =>
  (await database.db.select().from(events).where(eq(events.subjectId, id))).map(({ name }) => name);

describe("a saved view", () => {
  const save = (name: string, query = "kind=Mentorship") => saveView(dana(), { name, query, ...key() });
  it("keeps a sound query under a name, for its owner alone", async () => {
    const saved = await save("Mentors", "kind=Mentorship&next=//evil.example");
    const viewId = saved.ok ? saved.value.viewId : "";
    expect(await listSavedViews(dana())).toEqual([{ id: viewId, name: "Mentors", query: "kind=Mentorship" }]);
    expect(await listSavedViews(marcus())).toEqual([]);
    for (const ctx of [marcus(), priya()]) {
      expect(await renameView(ctx, { viewId, name: "x", ...key() })).toEqual({ ok: false, refusal: "not_found" });
      expect(await deleteView(ctx, { viewId, ...key() })).toEqual({ ok: false, refusal: "not_found" });
    }
    expect(await renameView(dana(), { viewId, name: "All mentors", ...key() })).toMatchObject({ ok: true });
    expect(await deleteView(dana(), { viewId, ...key() })).toMatchObject({ ok: true });
    expect(await listSavedViews(dana())).toEqual([]);
    expect(await happened(viewId)).toEqual(["view.saved", "view.renamed", "view.deleted"]);
  });

  it("has a name of its own, and there are thirty at most", async () => {
    await save("Same");
    const other = await save("Other");
    expect(await save("Same")).toEqual({ ok: false, refusal: "name_taken" });
    const viewId = other.ok ? other.value.viewId : "";
    expect(await renameView(dana(), { viewId, name: "Same", ...key() })).toEqual({ ok: false, refusal: "name_taken" });
    for (let i = 2; i < 30; i++) await save(`View ${i}`);
    expect(await save("One more")).toEqual({ ok: false, refusal: "too_many" });
  });
});

describe("words for decisions", () => {
  const words = { decision: "declined" as const, reasonCode: "not_local" as const, name: "Too far", text: "Too far." };
  it("are the district's: any coordinator of it changes them, no other", async () => {
    const added = await addReasonTemplate(dana(), { ...words, ...key() });
    const templateId = added.ok ? added.value.templateId : "";
    expect(await listReasonTemplates(marcus())).toEqual([{ id: templateId, ...words }]);
    expect(await listReasonTemplates(priya())).toEqual([]);
    expect(await addReasonTemplate(marcus(), { ...words, ...key() })).toEqual({ ok: false, refusal: "name_taken" });
    const change = { ...words, templateId, text: "It is too far." };
    expect(await changeReasonTemplate(priya(), { ...change, ...key() })).toEqual({ ok: false, refusal: "not_found" });
    expect(await changeReasonTemplate(marcus(), { ...change, ...key() })).toMatchObject({ ok: true });
    expect(await deleteReasonTemplate(priya(), { templateId, ...key() })).toEqual({ ok: false, refusal: "not_found" });
    expect(await listReasonTemplates(dana())).toMatchObject([{ text: "It is too far." }]);
    expect(await deleteReasonTemplate(dana(), { templateId, ...key() })).toMatchObject({ ok: true });
    expect(await happened(templateId)).toEqual([
      "reason_template.added",
      "reason_template.changed",
      "reason_template.deleted",
    ]);
  });
});
