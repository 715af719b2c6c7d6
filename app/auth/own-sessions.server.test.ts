import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { mails } from "#db/schema/mail.ts";
import { sessions } from "#db/schema/people.ts";
import { people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { enter } from "./entering.server.ts";
import { endAllOthers, endOther, listSessions, signOut } from "./own-sessions.server.ts";
import { sessionUser } from "./sessions.server.ts";

const database = useTestDatabase();
const after = (minutes: number) => new Date(TEST_NOW.getTime() + minutes * 60_000);
const DAY = 24 * 60;
const as = (userId: string, now = TEST_NOW) => ({
  db: database.db,
  now,
  actor: { kind: "person", userId } as const,
});
const holder = (token: string, now = TEST_NOW) => sessionUser(database.db, token, { now, demoAllowed: true });

async function begin(userId: string, device = "Firefox · Linux", now = TEST_NOW) {
  const entering = { userId, method: "password", device, now, secondFactorProven: false } as const;
  const entered = await database.db.transaction((tx) => enter(tx, entering));
  if (entered.step !== "session") throw new Error(entered.step);
  return entered.token;
}
const idOf = async (token: string) => (await holder(token))!.session.id;

beforeEach(async () => void (await database.db.delete(sessions)));

describe("S8: one's own sessions", () => {
  it("are listed while they live, with device and way in, and nobody else's", async () => {
    const hal = people.hal.id;
    await begin(hal, "Safari · iPhone");
    await begin(hal, "Chrome · Windows", after(5));
    await begin(people.mei.id);
    const listed = await listSessions(as(hal, after(6)));
    expect(listed.map(({ device }) => device)).toEqual(["Chrome · Windows", "Safari · iPhone"]);
    expect(listed[0]).toMatchObject({ method: "password", createdAt: after(5), lastSeenAt: after(5) });
    expect(JSON.stringify(listed)).not.toContain((await database.db.select().from(sessions))[0]!.id);
  });

  it("of staff are not listed after half an hour's rest, nor do they open anything", async () => {
    const token = await begin(people.dana.id);
    expect(await listSessions(as(people.dana.id, after(29)))).toHaveLength(1);
    expect(await listSessions(as(people.dana.id, after(31)))).toEqual([]);
    expect(await holder(token, after(31))).toBeNull();
  });

  it("of staff end after twelve hours, however busy", async () => {
    const token = await begin(people.dana.id);
    for (let minutes = 20; minutes < 12 * 60; minutes += 20) expect(await holder(token, after(minutes))).not.toBeNull();
    expect(await holder(token, after(12 * 60 + 1))).toBeNull();
  });

  it("end one by one, at once, and never another person's", async () => {
    const [here, there] = [await begin(people.hal.id), await begin(people.hal.id)];
    expect(await endOther(as(people.mei.id), await idOf(there))).toEqual({ ok: false, refusal: "not_found" });
    expect(await endOther(as(people.hal.id), randomUUID())).toEqual({ ok: false, refusal: "not_found" });
    expect(await endOther(as(people.hal.id), await idOf(there))).toEqual({ ok: true, value: null });
    expect(await holder(there)).toBeNull();
    expect(await holder(here)).not.toBeNull();
  });

  it("end everywhere else together", async () => {
    const [here, there, other] = [await begin(people.hal.id), await begin(people.hal.id), await begin(people.mei.id)];
    await endAllOthers(as(people.hal.id), await idOf(here));
    expect([await holder(here), await holder(there), await holder(other)].map(Boolean)).toEqual([true, false, true]);
  });

  it("end by signing out, on the server, and the log says so", async () => {
    const token = await begin(people.grace.id);
    const at = { db: database.db, now: TEST_NOW, demoAllowed: true };
    await signOut(at, token);
    await signOut(at, token);
    expect(await holder(token)).toBeNull();
    const out = and(eq(events.subjectId, people.grace.id), eq(events.name, "person.signed_out"));
    expect(await database.db.select().from(events).where(out)).toMatchObject([{ detail: { where: "here" } }]);
  });
});

describe("a device that is new to a person", () => {
  const told = () =>
    database.db.$count(mails, and(eq(mails.userId, people.owen.id), eq(mails.kind, "person-device-new")));

  it("is told of by mail, but not with the first sign-in, and not again for ninety days", async () => {
    const owen = people.owen.id;
    await begin(owen, "Safari · iPhone");
    await begin(owen, "Safari · iPhone", after(DAY));
    expect(await told()).toBe(0);
    await begin(owen, "Chrome · Windows", after(2 * DAY));
    expect(await told()).toBe(1);
    await begin(owen, "Chrome · Windows", after(80 * DAY));
    expect(await told()).toBe(1);
    await begin(owen, "Safari · iPhone", after(92 * DAY));
    expect(await told()).toBe(2);
  });

  it("is named by a digest in the log, and by its session in the mail", async () => {
    const log = await database.db.select().from(events).where(eq(events.subjectId, people.owen.id));
    expect(JSON.stringify(log)).not.toMatch(/Safari|Windows/);
    await database.db.delete(mails);
    await begin(people.owen.id, "Edge · Windows");
    const [mail] = await database.db.select().from(mails);
    const [session] = await database.db.select().from(sessions);
    expect(mail?.data).toEqual({ sessionId: session?.publicId });
  });
});
