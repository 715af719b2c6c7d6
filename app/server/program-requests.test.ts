import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { bumpListVersion } from "#app/domain/districts/list-version.server.ts";
import { RATE_LIMITS } from "#app/http/rate-limits.ts";
import { Problem } from "#app/publishing/api/schemas.ts";
import { rateLimits } from "#db/schema/sign-in.ts";
import { listings } from "#db/schema/listings.ts";
import { districts } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asDescribed } from "#tests/support/described.ts";
import { askProgram } from "#tests/support/programs.ts";
import { givenSearchable } from "#tests/support/searchable.ts";
import { startTestServer, type TestServer } from "#tests/support/server.ts";

const database = useTestDatabase();
const API = "/api/v1/districts/riverbend/listings";
const HSDS = "/api/hsds/v3/districts/riverbend/services";
let server: TestServer;
let rendered: string[] = [];
let broken: Error | null = null;

beforeAll(async () => {
  await givenSearchable(database.db, { listing: { closesOn: null } });
  server = await startTestServer({
    db: database.db,
    databaseUrl: database.url,
    render: (request) => {
      rendered.push(request.url);
      if (broken) throw broken;
      const { pathname } = new URL(request.url);
      if (!pathname.startsWith("/api/")) return Promise.resolve(new Response("<p>page</p>"));
      return askProgram(database.db, request.url, { now: new Date() });
    },
  });
  await vi.waitFor(() => expect(server.versions.current("riverbend")).not.toBeNull());
});
afterAll(() => server.stop());
beforeEach(async () => {
  [rendered, broken] = [[], null];
  await database.db.delete(rateLimits);
});

const unchunked = (body: string) => body.slice(body.indexOf("{"), body.lastIndexOf("}") + 1);
const told = async (answer: Response) => {
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  return ((await answer.json()) as { type: string }).type.split("#")[1];
};

describe("other sites' scripts", () => {
  it("may read what programs ask for, and nothing else of the site", async () => {
    for (const address of [API, HSDS, "/api/v1/openapi.json", "/api/v1/nothing", `${API}?color=red`])
      for (const answer of [await server.get(address), await server.get(address)]) {
        expect(answer.headers.get("access-control-allow-origin")).toBe("*");
        expect(answer.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
        expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
        expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
      }
    for (const address of ["/riverbend/opportunities", "/api", "/account", "/api/v2/districts"]) {
      const { headers } = await server.get(address);
      expect(headers.get("access-control-allow-origin")).toBeNull();
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    }
  });

  it("are told so before they ask with headers of their own", async () => {
    const preflight = await fetch(`http://127.0.0.1:${server.port}${API}`, { method: "OPTIONS" });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-methods")).toBe("GET, HEAD, OPTIONS");
    expect(preflight.headers.get("access-control-allow-headers")).toBe("*");
    const elsewhere = await fetch(`http://127.0.0.1:${server.port}/riverbend`, { method: "OPTIONS" });
    expect(elsewhere.status).toBe(405);
  });
});

describe("an address", () => {
  it.each([
    [`/es${API}?page_size=2`, `${API}?page_size=2`],
    [`/es${HSDS}`, HSDS],
    [`${API}/`, API],
  ])("%s has one spelling: %s", async (given, moved) => {
    const answer = await server.get(given);
    expect([answer.status, answer.headers.get("location")]).toEqual([301, moved]);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(rendered).toEqual([]);
  });

  it("of the page about the API is in every language", async () => {
    expect((await server.get("/es/api")).status).toBe(200);
  });
});

describe("an answer", () => {
  it("is kept until the list changes, by a strong tag, with its link to the next page", async () => {
    await givenSearchable(database.db, { listing: { closesOn: null } });
    const address = `${API}?page_size=1`;
    const [first, kept] = [await server.get(address), await server.get(address)];
    expect(rendered).toHaveLength(1);
    expect(kept.headers.get("link")).toMatch(/^<http:.*cursor=.*>; rel="next"$/);
    expect(await kept.text()).toBe(await first.text());
    const tag = kept.headers.get("etag")!;
    expect(tag).toMatch(/^"[\w-]{22}(-\w+)?"$/);
    expect((await server.get(address, { "If-None-Match": tag })).status).toBe(304);
    await database.db.update(listings).set({ state: "closed" }).where(eq(listings.state, "published"));
    const version = await database.db.transaction((tx) => bumpListVersion(tx, districts.riverbend.id));
    await vi.waitFor(() => expect(server.versions.current("riverbend")?.version).toBe(version), { interval: 5 });
    const changed = await server.get(address, { "If-None-Match": tag });
    expect([changed.status, changed.headers.get("link")]).toEqual([200, null]);
  });

  it.each(["gzip", "identity"])("that no list version ends has a tag of its own for %s", async (encoding) => {
    const asked = { "Accept-Encoding": encoding };
    const answer = await server.get("/api/v1/openapi.json", asked);
    const tag = answer.headers.get("etag")!;
    expect(tag.endsWith(`-${encoding}"`)).toBe(encoding === "gzip");
    const held = await server.get("/api/v1/openapi.json", { ...asked, "If-None-Match": tag });
    expect([held.status, await held.text()]).toEqual([304, ""]);
    expect(held.headers.get("etag")).toBe(tag);
  });

  it("to HEAD is its headers alone", async () => {
    const text = await server.raw(`HEAD ${API} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect(text).toMatch(/^HTTP\/1.1 200/);
    expect(text.endsWith("\r\n\r\n")).toBe(true);
  });
});

describe("what goes wrong", () => {
  it("is a problem a program can read", async () => {
    expect(await told(await server.get("/api/v1/nothing"))).toBe("not-found");
    expect(await told(await server.post(API, "a=b"))).toBe("method-not-allowed");
    const foreign = { Origin: "https://elsewhere.example", "Sec-Fetch-Site": "cross-site" };
    expect((await server.post(API, "a=b", foreign)).headers.get("allow")).toBe("GET, HEAD, OPTIONS");
    broken = new Error("a bug");
    const answer = await server.get("/api/v1/districts");
    expect([answer.status, await told(answer)]).toEqual([500, "internal"]);
  });

  it.each(["PUT", "PATCH", "DELETE", "TRACE"])("by %s is that there is nothing to change", async (method) => {
    for (const address of [API, HSDS, "/api/v1/nothing", `/es${API}`, "/%61pi/v1/districts"]) {
      const answer = await server.raw(`${method} ${address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
      const [head = "", body = ""] = answer.split("\r\n\r\n");
      expect(head).toMatch(/^HTTP\/1\.1 405 /);
      expect(head).toMatch(/^allow: GET, HEAD, OPTIONS$/im);
      expect(head).toMatch(/^access-control-allow-origin: \*$/im);
      expect(head).toMatch(/^content-type: application\/problem\+json$/im);
      expect(Problem.parse(JSON.parse(unchunked(body)))).toMatchObject({ status: 405 });
    }
    const page = await server.raw(`${method} /api HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect(page).toMatch(/^allow: GET, HEAD, POST$/im);
  });

  it.each([
    ["too long", 414, `${API}?cursor=${"a".repeat(9_000)}`],
    ["with NUL in it", 400, `${API}?q=%00`],
    ["badly escaped", 400, "/api/v1/a%zz"],
  ])("in an address is one too: %s", async (_what, status, address) => {
    const answer = await server.get(address);
    expect([answer.status, await told(answer)]).toEqual([status, "bad-request"]);
  });

  it("is not kept: what is asked in vain cannot fill the cache", async () => {
    const before = server.pages.size.pages;
    for (const query of ["color=red", "page_size=1000", "kind=Nonsense", "cursor=nonsense"])
      for (let i = 0; i < 2; i++) expect((await server.get(`${API}?${query}`)).status).toBe(400);
    expect(rendered).toHaveLength(8);
    expect(server.pages.size.pages).toBe(before);
  });
});

describe("the limit", () => {
  const { tries } = RATE_LIMITS.api.address;

  it("is told with each answer that is counted, and cached ones are not", async () => {
    const [first, second] = [await server.get("/api/v1/districts"), await server.get("/api/v1/districts")];
    expect(first.headers.get("ratelimit-policy")).toBe(`"api";q=${tries};w=300`);
    expect(first.headers.get("ratelimit")).toMatch(new RegExp(`^"api";r=${tries - 1};t=\\d+$`));
    expect(second.headers.get("ratelimit")).toContain(`r=${tries - 2};`);
    for (let i = 0; i < 3; i++) await server.get(HSDS);
    expect((await server.get("/api/v1/districts")).headers.get("ratelimit")).toContain(`r=${tries - 4};`);
  });

  it("answers 429 to who asks too often, however the address is spelled, and to nobody else", async () => {
    await server.get("/api/v1/districts");
    await database.db.update(rateLimits).set({ points: sql`${tries}` });
    for (const address of ["/api/v1/districts", "/%61pi/v1/districts", "/API/v1/districts"]) {
      const answer = await server.get(address);
      expect(answer.status).toBe(429);
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(answer.headers.get("ratelimit")).toContain("r=0;");
    }
    const answer = await server.get("/api/v1/districts");
    await asDescribed("/api/v1/districts", answer);
    expect((await server.get("/riverbend")).status).toBe(200);
    expect((await server.get(`${HSDS}`)).status).toBe(200);
  });
});
