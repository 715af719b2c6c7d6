import { eq } from "drizzle-orm";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { bumpListVersion } from "#app/domain/districts/list-version.server.ts";
import { criteriaOf, readQuery } from "#app/search/query.ts";
import { createSearch } from "#app/search/create-search.server.ts";
import { districts } from "#db/schema/districts.ts";
import { districts as cast } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { startTestServer, type TestServer } from "#tests/support/server.ts";

const database = useTestDatabase();
let server: TestServer;
let rendered: { url: string; locale: string; cookie: string | null; nonce: string }[] = [];
let answer: () => Response;
let pause = 0;
/** Whether the page's search is answered by the fallback; null: it asks none. */
let degraded: boolean | null = null;
const page = (headers: Record<string, string> = {}) =>
  new Response(`<p>${"listing ".repeat(500)}</p>`, {
    headers: { "Content-Type": "text/html; charset=utf-8", "X-Page-Cache": "public", ...headers },
  });

beforeAll(async () => {
  const engine = createSearch({ db: database.db, env: {}, log: pino({ level: "silent" }) });
  server = await startTestServer({
    db: database.db,
    databaseUrl: database.url,
    search: { ...engine, search: async (asked) => ({ ...(await engine.search(asked)), degraded: degraded === true }) },
    render: async (request, context) => {
      const criteria = criteriaOf(readQuery(new URLSearchParams()), {
        districtId: cast.riverbend.id,
        near: null,
        now: new Date(),
      });
      if (degraded !== null) await context.search.search(criteria);
      const { locale, nonce } = context;
      const { pathname, search } = new URL(request.url);
      rendered.push({ url: pathname + search, locale, nonce, cookie: request.headers.get("cookie") });
      await new Promise((resolve) => setTimeout(resolve, pause));
      return answer();
    },
  });
  await vi.waitFor(() => expect(server.versions.current("riverbend")).not.toBeNull());
});
afterAll(() => server.stop());
beforeEach(async () => {
  rendered = [];
  pause = 0;
  degraded = null;
  answer = page;
  await publish("riverbend");
  await publish("lakeshore");
});

/** What a publishing verb does to the list, and the moment this process has heard of it. */
async function publish(slug: string) {
  const [district] = await database.db.select().from(districts).where(eq(districts.slug, slug));
  const version = await database.db.transaction((tx) => bumpListVersion(tx, district?.id ?? ""));
  await vi.waitFor(() => expect(server.versions.current(slug)?.version).toBe(version), { interval: 5 });
}

describe("a cached page", () => {
  it("is rendered once, for every spelling of its address", async () => {
    const spellings = [
      "/riverbend/opportunities?kind=JobShadowing&q=bikes",
      "/riverbend/opportunities?q=bikes&kind=JobShadowing",
      "/riverbend/opportunities?utm_source=mail&q=bikes&kind=JobShadowing&fbclid=1&sort=&unknown=1",
    ];
    for (const address of spellings) expect((await server.get(address)).status).toBe(200);
    for (const address of spellings) expect((await server.get(address)).status).toBe(200);
    expect(rendered.map(({ url }) => url)).toEqual(["/riverbend/opportunities?q=bikes&kind=JobShadowing"]);
  });

  it("is rendered without cookies and without a nonce, whoever asks", async () => {
    await server.get("/riverbend", { Cookie: "session=secret" });
    expect(rendered).toEqual([{ url: "/riverbend", locale: "en", cookie: null, nonce: "" }]);
  });

  it("is another page in another language, district or address", async () => {
    for (const address of ["/riverbend", "/es/riverbend", "/lakeshore", "/riverbend/opportunities"])
      for (let i = 0; i < 2; i++) await server.get(address);
    expect(rendered.map(({ url, locale }) => `${locale} ${url}`)).toEqual([
      "en /riverbend",
      "es /riverbend",
      "en /lakeshore",
      "en /riverbend/opportunities",
    ]);
  });

  it("is rendered again when its own district's list changed, and only then", async () => {
    await server.get("/riverbend");
    await server.get("/lakeshore");
    await publish("riverbend");
    await server.get("/riverbend");
    await server.get("/lakeshore");
    expect(rendered.map(({ url }) => url)).toEqual(["/riverbend", "/lakeshore", "/riverbend"]);
  });

  it("is rendered once however many ask at the same time", async () => {
    pause = 50;
    const answers = await Promise.all(Array.from({ length: 20 }, () => server.get("/riverbend")));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(rendered).toHaveLength(1);
  });

  it("says how it may be kept, by a strong tag of its own for each encoding", async () => {
    const accepting = { "Accept-Encoding": "gzip, deflate, br" };
    const [first, quick] = [await server.get("/riverbend", accepting), await server.get("/riverbend", accepting)];
    for (const { headers } of [first, quick]) {
      expect(headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
      expect(headers.get("vary")).toBe("Accept-Encoding");
      expect(headers.get("etag")).toMatch(/^"[\w-]{22}-br"$/);
      expect(headers.get("content-encoding")).toBe("br");
      expect(headers.get("content-security-policy")).toContain("script-src 'self';");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-page-cache")).toBeNull();
    }
    expect(await quick.text()).toBe(await first.text());
    const plain = await server.get("/riverbend", { "Accept-Encoding": "identity" });
    expect(plain.headers.get("etag")).toMatch(/^"[\w-]{22}"$/);
    expect(plain.headers.get("content-encoding")).toBeNull();
  });

  it("answers 304 to who has it and 200 once it changed", async () => {
    const etag = (await server.get("/riverbend")).headers.get("etag") ?? "";
    const same = await server.get("/riverbend", { "If-None-Match": etag });
    expect(same.status).toBe(304);
    expect(same.headers.get("etag")).toBe(etag);
    expect(same.headers.get("content-security-policy")).toContain("default-src 'self'");
    await publish("riverbend");
    expect((await server.get("/riverbend", { "If-None-Match": etag })).status).toBe(304);
    await publish("riverbend");
    answer = () =>
      new Response("<p>changed</p>", { headers: { "Content-Type": "text/html", "X-Page-Cache": "public" } });
    expect((await server.get("/riverbend", { "If-None-Match": etag })).status).toBe(200);
  });

  it("answers HEAD with the headers alone", async () => {
    await server.get("/riverbend", { "Accept-Encoding": "identity" });
    const head = `HEAD /riverbend HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nConnection: close\r\n\r\n`;
    const text = await server.raw(head);
    expect(text).toMatch(/^HTTP\/1.1 200/);
    expect(text).toMatch(/content-length: \d{4}/i);
    expect(text.endsWith("\r\n\r\n")).toBe(true);
    expect(rendered).toHaveLength(1);
  });
});

describe("what is not kept", () => {
  const twice = async (address: string) => {
    const responses = [await server.get(address), await server.get(address)];
    expect(rendered).toHaveLength(2);
    return responses[1];
  };

  it("a page that did not opt in", async () => {
    answer = () => new Response("<p>no</p>", { headers: { "Content-Type": "text/html" } });
    expect((await twice("/riverbend"))?.headers.get("cache-control")).toBe("no-store");
  });

  it("a page that sets a cookie", async () => {
    answer = () => page({ "Set-Cookie": "a=b" });
    await twice("/riverbend");
  });

  it("a page whose search the fallback answered, until the first engine is back", async () => {
    degraded = true;
    expect((await twice("/riverbend/opportunities"))?.headers.get("cache-control")).toBe("no-store");
    degraded = false;
    for (let i = 0; i < 2; i++) await server.get("/riverbend/opportunities");
    expect(rendered).toHaveLength(3);
  });

  it("a page that is not there, and a fault", async () => {
    answer = () => new Response("<p>gone</p>", { status: 404, headers: { "X-Page-Cache": "public" } });
    const response = await twice("/riverbend/opportunities/none");
    expect(response?.status).toBe(404);
    expect(response?.headers.get("x-page-cache")).toBeNull();
  });

  it("an address outside of the public list, whatever its header says", async () => {
    await twice("/nowhere/opportunities");
    expect(server.pages.hit("/nowhere/opportunities", "br")).toBeUndefined();
  });
});

it("keeps no more than its memory allows", async () => {
  const { PageCache } = await import("./page-cache.ts");
  const versions = { isList: () => true, current: () => ({ version: 1, date: "2026-11-23" }) };
  const small = new PageCache({ versions, security: [], maxBytes: 50_000 });
  for (let i = 0; i < 100; i++) {
    const raw = `/riverbend/opportunities?q=${i}`;
    const target = { list: "riverbend", address: raw, key: raw, raw };
    const incoming = { headers: { host: "localhost", "accept-encoding": "gzip" } };
    await small.answer(target, incoming, () => Promise.resolve(page()));
  }
  expect(small.size.bytes).toBeLessThanOrEqual(50_000);
  expect(small.size.pages).toBeGreaterThan(5);
});
