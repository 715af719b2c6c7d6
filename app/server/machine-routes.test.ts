import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POLICY } from "#app/auth/policy.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { startTestServer, type TestServer } from "#tests/support/server.ts";
import { machineRoute } from "./machine-routes.ts";

const database = useTestDatabase();
const logged: string[] = [];
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    ...{ db: database.db, databaseUrl: database.url, lines: logged },
    render: async (request) =>
      Response.json({
        body: await request.text(),
        cookie: request.headers.get("cookie"),
        svix: request.headers.get("svix-id"),
      }),
  });
});
afterAll(() => server.stop());

const token = "A".repeat(54);
const webhook = "/webhooks/resend";
const oneClick = `/unsubscribe/listing/${token}`;
/** As a program posts: without a word on where it comes from, or with a foreign one. */
const post = (address: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${server.port}${address}`, { method: "POST", body, headers, redirect: "manual" });
const json = { "Content-Type": "application/json" };
const FROM: Record<string, string>[] = [
  {},
  { Origin: "https://mail.example" },
  { "Sec-Fetch-Site": "cross-site" },
  { Origin: "null" },
];
const form = { "Content-Type": "application/x-www-form-urlencoded" };

describe("a program may post", () => {
  it("a signed message, passed on byte for byte, without cookies", async () => {
    const body = '{ "a":\t"é\\u0000" }';
    const answer = await post(webhook, body, { ...json, Cookie: "session=x", "Svix-Id": "msg_1" });
    expect([answer.status, await answer.json()]).toEqual([200, { body, cookie: null, svix: "msg_1" }]);
  });

  it("one click, of either type, in either language, from wherever", async () => {
    const body = "List-Unsubscribe=One-Click";
    for (const address of [oneClick, `/es${oneClick}`])
      for (const from of FROM) {
        const answer = await post(address, body, { ...form, ...from, Cookie: "session=x" });
        expect([answer.status, await answer.json()]).toEqual([200, { body, cookie: null, svix: null }]);
      }
    const multipart = new FormData();
    multipart.set("List-Unsubscribe", "One-Click");
    const answer = await fetch(`http://127.0.0.1:${server.port}${oneClick}`, { method: "POST", body: multipart });
    expect(answer.status).toBe(200);
  });
});

describe("and nothing else (S3)", () => {
  it.each([
    ["a form where a message belongs", webhook, form, 415],
    ["a message without a type", webhook, { "Content-Type": "text/plain" }, 415],
    ["a compressed message", webhook, { ...json, "Content-Encoding": "gzip" }, 415],
    ["a message where a form belongs", oneClick, json, 415],
    ["below the address", `${webhook}/more`, json, 403],
    ["beside it", "/webhooks/other", json, 403],
    ["before it", `/x${webhook}`, json, 403],
    ["the framework's own way in", `${webhook}.data`, json, 403],
    ["a page's data", `${oneClick}.data`, form, 403],
    ["a longer link", `${oneClick}/undo`, form, 403],
    ["another form", "/sign-in", form, 403],
    ["a desk's form", "/partner/opportunities/new", form, 403],
    ["a message to a form", "/sign-in", json, 403],
  ])("%s", async (_name, address, headers, status) => {
    expect((await post(address, "a=b", headers)).status).toBe(status);
  });

  it("a message of more than 64 kB", async () => {
    expect((await post(webhook, `"${"a".repeat(64 * 1024)}"`, json)).status).toBe(413);
    expect((await post(webhook, `"${"a".repeat(60 * 1024)}"`, json)).status).toBe(200);
  });

  it("is excepted: the policy names the same, and the one click of a saved search", () => {
    const machines = Object.entries(POLICY).filter(([, { action, loader }]) => [action, loader].includes("machine"));
    const addresses = machines.map(
      ([folder]) => `/${folder.replaceAll(".", "/").replace("$what", "listing").replace("$token", token)}`,
    );
    expect(addresses.toSorted()).toEqual([oneClick, oneClick.replace("listing", "search"), webhook]);
    expect(addresses.map((address) => machineRoute(address) !== undefined)).toEqual([true, true, true]);
  });
});

it("writes no token of a link into the log", async () => {
  await server.get(oneClick);
  await server.get(`/calendars/${token}.ics`);
  await expect.poll(() => logged.join("")).toContain("/unsubscribe/listing/[token]");
  await expect.poll(() => logged.join("")).toContain("/calendars/[token].ics");
  expect(logged.join("")).not.toContain(token);
});
