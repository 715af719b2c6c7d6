import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { memberships } from "#db/schema/organizations.ts";
import { sessions, users } from "#db/schema/people.ts";
import { federatedIdentities, identityProviders } from "#db/schema/sign-in.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { startIssuer, type Issuer } from "#tests/support/issuer.ts";
import { testKeys } from "#tests/support/keys.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { loader as begin } from "../sign-in.with.$providerId/route.tsx";
import { loader as finish } from "./route.tsx";

const database = useTestDatabase();
let issuer: Issuer;
let providerId: string;
let lakeshoreId: string;

async function givenProvider(districtId: string, changes: Partial<typeof identityProviders.$inferInsert> = {}) {
  const sealedClientSecret = testKeys.seal("openid-client", issuer.clientSecret);
  const row = { districtId, kind: "other" as const, name: "School", issuer: issuer.url, clientId: issuer.clientId };
  const [added] = await database.db
    .insert(identityProviders)
    .values({ ...row, sealedClientSecret, ...changes })
    .returning();
  return added!.id;
}

beforeAll(async () => {
  issuer = await startIssuer();
  providerId = await givenProvider(districts.riverbend.id);
  lakeshoreId = await givenProvider(districts.lakeshore.id);
});
afterAll(() => issuer.stop());
beforeEach(async () => {
  issuer.twist = {};
  await database.db.delete(federatedIdentities);
  await database.db.delete(sessions);
});

const dana = () => ({ sub: "dana-there", email: people.dana.email.toUpperCase(), email_verified: true });
const context = () => ({ issuers: [issuer.url] });
const cookieOf = (response: Response, name: string) =>
  response.headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.split(";")[0] ?? "";

/** As a browser: here, to the issuer, and on the way back. */
async function leave(id = providerId, { url = `/sign-in/with/${id}`, as }: { url?: string; as?: string } = {}) {
  const asked = await ask(database.db, { url, params: { providerId: id }, as, context: context() });
  const response = await begin(asked);
  return { to: response.headers.get("Location") ?? "", cookie: cookieOf(response, "school"), request: asked.request };
}
async function comeBack(address: string, cookie: string, id = providerId, session = "") {
  const asked = await ask(database.db, { url: address, params: { providerId: id }, context: context() });
  asked.request.headers.set("Cookie", [cookie, session].filter(Boolean).join("; "));
  const response = await finish(asked);
  return { to: response.headers.get("Location") ?? "", session: cookieOf(response, "session") };
}
async function signIn(claims: Record<string, unknown>, id = providerId) {
  const { to, cookie } = await leave(id);
  return comeBack(issuer.authorize(to, claims), cookie, id);
}
const refusedAs = (problem: string) => ({ to: `/sign-in?problem=${problem}`, session: "" });

describe("signing in with one's school", () => {
  it("finds the account by its verified address the first time, and by the subject from then on", async () => {
    expect(await signIn(dana())).toMatchObject({ to: "/coordinator", session: expect.stringMatching(/^session=./) });
    expect(await database.db.select().from(federatedIdentities)).toMatchObject([
      { issuer: issuer.url, subject: "dana-there", userId: people.dana.id, providerId },
    ]);
    const [session] = await database.db.select().from(sessions);
    expect(session).toMatchObject({ method: "federated", secondFactorAt: expect.any(Date) });
    const log = await database.db.select().from(events).where(eq(events.name, "person.school_sign_in_linked"));
    expect(log).toMatchObject([{ actorId: people.dana.id, districtId: districts.riverbend.id }]);
    expect((await signIn({ sub: "dana-there", email: "new-address@elsewhere.example" })).to).toBe("/coordinator");
  });

  it("lets students and parents of the district in too, back to where they came from", async () => {
    const { to, cookie } = await leave(providerId, { url: `/sign-in/with/${providerId}?next=/account/mail` });
    const claims = { sub: "leo", email: people.leo.email, email_verified: true };
    expect((await comeBack(issuer.authorize(to, claims), cookie)).to).toBe("/account/mail");
    expect((await signIn({ sub: "rosa", email: people.rosa.email, email_verified: true })).session).not.toBe("");
  });

  it("finds nobody by an address the issuer does not vouch for, or that has no account", async () => {
    for (const claims of [
      { sub: "x", email: people.dana.email },
      { sub: "x", email: people.dana.email, email_verified: false },
      { sub: "x", email: people.dana.email, email_verified: "true" },
      { sub: "x", email: "nobody@riverbend.example", email_verified: true },
      { sub: "x" },
    ])
      expect(await signIn(claims)).toEqual(refusedAs("school_unknown"));
    expect(await database.db.$count(federatedIdentities)).toBe(0);
  });

  it("refuses people of another district and of none, by address and by subject", async () => {
    for (const who of [people.priya, people.noah, people.hal])
      expect(await signIn({ sub: who.id, email: who.email, email_verified: true })).toEqual(
        refusedAs("school_other_district"),
      );
    await signIn(dana());
    expect(await signIn(dana(), lakeshoreId)).toEqual(refusedAs("school_other_district"));
  });

  it("vouches for nobody's roles elsewhere: they link it themselves, and their second factor is still asked for", async () => {
    const rosa = { sub: "rosa", email: people.rosa.email, email_verified: true };
    const membership = { userId: people.rosa.id, organizationId: organizations.kitchen.id };
    await database.db.insert(memberships).values({ ...membership, role: "owner" });
    expect(await signIn(rosa)).toEqual(refusedAs("school_unknown"));
    await database.db.insert(federatedIdentities).values({
      ...{ issuer: issuer.url, subject: "rosa", userId: people.rosa.id, providerId },
    });
    expect((await signIn(rosa)).to).toBe("/partner");
    expect(await database.db.select().from(sessions)).toMatchObject([{ method: "federated", secondFactorAt: null }]);
    await database.db.delete(memberships).where(eq(memberships.userId, people.rosa.id));
  });

  it("refuses a disabled person, one whose address nobody verified, and in production the demo's", async () => {
    await signIn(dana());
    const where = eq(users.id, people.dana.id);
    await database.db.update(users).set({ disabledAt: new Date() }).where(where);
    expect(await signIn(dana())).toEqual(refusedAs("school_unknown"));
    await database.db.update(users).set({ disabledAt: null, emailVerifiedAt: null }).where(where);
    expect(await signIn(dana())).toEqual(refusedAs("school_unknown"));
    await database.db.update(users).set({ emailVerifiedAt: new Date() }).where(where);
  });
});

describe("what the issuer sends back is refused", () => {
  const seconds = Math.floor(Date.now() / 1000);
  it.each([
    ["with another nonce", { claims: { nonce: "another" } }],
    ["when it is over", { claims: { exp: seconds - 3600, iat: seconds - 7200 } }],
    ["for another client", { claims: { aud: "somebody-else" } }],
    ["of another issuer", { claims: { iss: "https://accounts.google.com" } }],
    ["without a signature", { algorithm: "none" as const }],
    ["signed by a stranger", { algorithm: "unknown key" as const }],
  ])("%s", async (_said, twist) => {
    issuer.twist = twist;
    expect(await signIn(dana())).toEqual(refusedAs("school_refused"));
    expect(await database.db.$count(sessions)).toBe(0);
  });

  it("with another state, without the browser's own attempt, and with another's", async () => {
    const [mine, other] = [await leave(), await leave()];
    const back = issuer.authorize(mine.to, dana());
    const changed = new URL(back);
    changed.searchParams.set("state", "another");
    expect(await comeBack(changed.href, mine.cookie)).toEqual(refusedAs("school_refused"));
    for (const cookie of ["", "school=made-up", other.cookie])
      expect(await comeBack(back, cookie)).toEqual(refusedAs("school_refused"));
    expect(await comeBack(back, mine.cookie, lakeshoreId)).toEqual(refusedAs("school_refused"));
  });

  it("a second time", async () => {
    const { to, cookie } = await leave();
    const back = issuer.authorize(to, dana());
    expect((await comeBack(back, cookie)).to).toBe("/coordinator");
    expect(await comeBack(back, cookie)).toEqual(refusedAs("school_refused"));
  });

  it("when the person said no there", async () => {
    const { cookie } = await leave();
    const back = `/sign-in/with/${providerId}/return?error=access_denied&state=x`;
    expect(await comeBack(back, cookie)).toEqual(refusedAs("school_refused"));
  });
});

describe("an issuer that is away", () => {
  it("leads back to the other ways when it refuses the connection", async () => {
    const gone = await startIssuer();
    await gone.stop();
    const id = await givenProvider(districts.riverbend.id, { issuer: gone.url });
    const asked = await ask(database.db, { params: { providerId: id }, context: { issuers: [gone.url] } });
    expect((await begin(asked)).headers.get("Location")).toBe("/sign-in?problem=school_away");
  });

  it("does so within a request's patience when it hangs, before leaving and after coming back", async () => {
    const slow = await startIssuer();
    const id = await givenProvider(districts.riverbend.id, { issuer: slow.url });
    const parts = { params: { providerId: id }, context: { issuers: [slow.url] } };
    slow.twist = { hangs: true };
    const before = Date.now();
    const answer = await begin(await ask(database.db, parts));
    expect(answer.headers.get("Location")).toBe("/sign-in?problem=school_away");
    expect(Date.now() - before).toBeLessThan(4_000);
    await slow.stop();

    const { to, cookie } = await leave();
    const back = issuer.authorize(to, dana());
    issuer.twist = { hangs: true };
    expect(await comeBack(back, cookie)).toEqual(refusedAs("school_away"));
    expect(Date.now() - before).toBeLessThan(9_000);
  });
});

describe("which issuers are asked", () => {
  const knocking = async (id: string, issuers: string[]) =>
    (await thrownBy(begin(await ask(database.db, { params: { providerId: id }, context: { issuers } })))).status;

  it("only those the platform names, also when the row says otherwise", async () => {
    expect(await knocking(providerId, [])).toBe(404);
    const id = await givenProvider(districts.riverbend.id, { kind: "google", clientId: "posing as Google" });
    expect(await knocking(id, [])).toBe(404);
  });

  it("none that is switched off or not there", async () => {
    const id = await givenProvider(districts.riverbend.id, { clientId: "off", disabledAt: new Date() });
    expect(await knocking(id, [issuer.url])).toBe(404);
    expect(await knocking(randomUUID(), [issuer.url])).toBe(404);
  });
});

describe("linking from one's own account", () => {
  const linking = async (as: string, claims: Record<string, unknown>, id = providerId) => {
    const { to, cookie, request } = await leave(id, { url: `/sign-in/with/${id}?link`, as });
    return comeBack(issuer.authorize(to, claims), cookie, id, request.headers.get("Cookie") ?? "");
  };

  it("needs no address, and then signs in", async () => {
    expect((await linking(people.ana.id, { sub: "ana" })).to).toBe("/account/security/school");
    expect((await signIn({ sub: "ana" })).session).not.toBe("");
  });

  it("asks whoever has been signed in for long to sign in again first: a browser left open must not be kept", async () => {
    const url = `/sign-in/with/${providerId}?link`;
    const asked = await ask(database.db, { url, params: { providerId }, as: people.ana.id, context: context() });
    const later = { ...asked.context, now: new Date(asked.context.now.getTime() + 11 * 60_000) };
    const answer = await begin({ ...asked, context: later });
    expect(answer.headers.get("Location")).toMatch(/^\/sign-in\?/);
  });

  it("is refused for somebody else's sign-in, another district's, and another person's browser", async () => {
    await signIn(dana());
    expect((await linking(people.marcus.id, dana())).to).toBe("/account/security/school?problem=school_taken");
    expect((await linking(people.priya.id, { sub: "priya" })).to).toBe(
      "/account/security/school?problem=school_other_district",
    );
    const { to, cookie } = await leave(providerId, { url: `/sign-in/with/${providerId}?link`, as: people.ana.id });
    expect(await comeBack(issuer.authorize(to, { sub: "ana" }), cookie)).toEqual(refusedAs("school_refused"));
  });
});
