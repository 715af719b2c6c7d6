import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "#tests/support/database.ts";
import { startTestServer, type TestServer } from "#tests/support/server.ts";

const database = useTestDatabase();
let server: TestServer;
let host = "";
beforeAll(async () => {
  server = await startTestServer({
    db: database.db,
    databaseUrl: database.url,
    // As a route would: it parses whatever form it is sent, and throws when it cannot.
    render: async (request, context) => {
      const form = request.method === "POST" ? [...(await request.formData()).keys()] : [];
      return Response.json({ url: new URL(request.url).pathname, locale: context.locale, form });
    },
  });
  host = `Host: 127.0.0.1:${server.port}`;
});
afterAll(() => server.stop());

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
const own = "Sec-Fetch-Site: same-origin";
const close = "Connection: close";
const urlencoded = "Content-Type: application/x-www-form-urlencoded";
const lines = (...all: string[]) => `${all.join("\r\n")}\r\n\r\n`;

describe("malformed requests are answered 4xx, with every security header", () => {
  const cases: [string, () => string, number][] = [
    ["absolute-form address", () => lines("GET http://evil.example/ HTTP/1.1", host, close), 400],
    ["asterisk form", () => lines("GET * HTTP/1.1", host, close), 400],
    ["foreign Host", () => lines("GET / HTTP/1.1", "Host: evil.example", close), 400],
    ["Host with a path", () => lines("GET / HTTP/1.1", "Host: 127.0.0.1/evil", close), 400],
    ["no Host", () => lines("GET / HTTP/1.1", close), 400],
    ["two Hosts", () => lines("GET / HTTP/1.1", host, "Host: evil.example", close), 400],
    ["TRACE", () => lines("TRACE / HTTP/1.1", host, close), 405],
    ["CONNECT", () => lines(`CONNECT evil.example:443 HTTP/1.1`, host, close), 405],
    ["DELETE", () => lines("DELETE /riverbend HTTP/1.1", host, close), 405],
    ["OPTIONS", () => lines("OPTIONS / HTTP/1.1", host, close), 405],
    ["unknown method", () => lines("FETCH / HTTP/1.1", host, close), 400],
    ["bad percent-encoding", () => lines("GET /a%zz HTTP/1.1", host, close), 400],
    ["overlong encoding", () => lines("GET /a%c0%af HTTP/1.1", host, close), 400],
    ["empty segment", () => lines("GET //evil.example HTTP/1.1", host, close), 400],
    ["NUL in the path", () => lines("GET /a%00b HTTP/1.1", host, close), 400],
    ["NUL in the query", () => lines("GET /a?q=%00 HTTP/1.1", host, close), 400],
    ["dot segments", () => lines("GET /riverbend/../partner HTTP/1.1", host, close), 400],
    ["encoded dot segments", () => lines("GET /riverbend/%2e%2e/partner HTTP/1.1", host, close), 400],
    ["backslash", () => lines("GET /\\evil.example HTTP/1.1", host, close), 400],
    ["raw bytes above ASCII", () => lines("GET /\xe9 HTTP/1.1", host, close), 400],
    ["not HTTP", () => lines("hello"), 400],
    ["HTTP/9.9", () => lines("GET / HTTP/9.9", host), 400],
    ["header without a colon", () => lines("GET / HTTP/1.1", host, "nonsense"), 400],
    ["header of 20 kB", () => lines("GET / HTTP/1.1", host, `X-Long: ${"a".repeat(20_000)}`), 431],
    ["address of 9 kB", () => lines(`GET /${"a".repeat(9_000)} HTTP/1.1`, host, close), 414],
    ["unknown expectation", () => lines("GET / HTTP/1.1", host, "Expect: miracles", close), 417],
    ["POST without a type", () => lines("POST / HTTP/1.1", host, own, "Content-Length: 0", close), 415],
    [
      "length and chunks at once",
      () => lines("POST / HTTP/1.1", host, own, "Content-Length: 3", "Transfer-Encoding: chunked", close),
      400,
    ],
    ["negative length", () => lines("POST / HTTP/1.1", host, own, urlencoded, "Content-Length: -1", close), 400],
    [
      "broken chunk",
      () => `${lines("POST / HTTP/1.1", host, own, urlencoded, "Transfer-Encoding: chunked", close)}zz\r\n`,
      400,
    ],
  ];

  it.each(cases)("%s", async (_name, text, status) => {
    const answer = await server.raw(text());
    expect(statusOf(answer), answer.slice(0, 200)).toBe(status);
    expect(answer).toMatch(/content-security-policy: default-src 'self'/i);
    expect(answer).toMatch(/x-content-type-options: nosniff/i);
  });

  it("says which methods there are", async () => {
    expect(await server.raw(lines("PUT / HTTP/1.1", host, close))).toMatch(/allow: GET, HEAD, POST/i);
  });

  it("answers a connection that ends in the middle of a form without rendering it", async () => {
    const text = `${lines("POST / HTTP/1.1", host, own, urlencoded, "Content-Length: 50")}a=1`;
    expect(statusOf(await server.raw(text, 500))).toBe(0);
    expect((await server.get("/riverbend")).status).toBe(200);
  });
});

describe("forms", () => {
  const multipart = { "Content-Type": "multipart/form-data; boundary=xyz" };
  const part = '--xyz\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n';

  it.each([
    ["JSON", "application/json", "{}"],
    ["plain text", "text/plain", "a=1"],
    ["XML", "text/xml", "<a/>"],
    ["a type that only looks like a form's", "application/x-www-form-urlencoded-not", "a=1"],
    ["nonsense", "///", "a=1"],
  ])("refuses %s with 415", async (_name, type, body) => {
    expect((await server.post("/x", body, { "Content-Type": type })).status).toBe(415);
  });

  it("refuses a compressed form with 415", async () => {
    const headers = { "Content-Type": "application/x-www-form-urlencoded", "Content-Encoding": "gzip" };
    expect((await server.post("/x", "a=1", headers)).status).toBe(415);
  });

  it.each([
    ["cut off", part],
    ["without a boundary in the body", "hello"],
    ["with a part that has no name", "--xyz\r\nContent-Disposition: form-data\r\n\r\n1\r\n--xyz--\r\n"],
    ["empty", ""],
  ])("refuses a multipart form that is %s with 400", async (_name, body) => {
    expect((await server.post("/x", body, multipart)).status).toBe(400);
  });

  it("refuses a multipart form without a boundary with 400", async () => {
    expect((await server.post("/x", `${part}--xyz--\r\n`, { "Content-Type": "multipart/form-data" })).status).toBe(400);
  });

  it("passes a sound form on, of either type", async () => {
    const encoded = await server.post("/x", new URLSearchParams({ a: "1" }));
    expect(await encoded.json()).toEqual({ url: "/x", locale: "en", form: ["a"] });
    const parts = await server.post("/x", `${part}--xyz--\r\n`, multipart);
    expect(await parts.json()).toEqual({ url: "/x", locale: "en", form: ["a"] });
  });

  it("refuses more than 256 kB with 413, announced or not, and takes 12 MB where a list is imported", async () => {
    const body = `a=${"x".repeat(300_000)}`;
    const type = { "Content-Type": "application/x-www-form-urlencoded" };
    expect((await server.post("/x", body, type)).status).toBe(413);
    const chunk = `${(40_000).toString(16)}\r\n${"x".repeat(40_000)}\r\n`;
    const head = lines("POST /x HTTP/1.1", host, own, urlencoded, "Transfer-Encoding: chunked");
    expect(statusOf(await server.raw(head + chunk.repeat(8)))).toBe(413);
    expect((await server.post("/coordinator/imports/new", body, type)).status).toBe(200);
    const huge = await server.post("/coordinator/imports/new", Buffer.alloc(13 * 1024 * 1024), type).catch(() => null);
    expect(huge?.status ?? 413).toBe(413);
  });
});

describe("who may post", () => {
  const form = () => new URLSearchParams({ a: "1" });
  const post = (headers: string[]) =>
    server.raw(`${lines("POST /x HTTP/1.1", host, urlencoded, "Content-Length: 3", close, ...headers)}a=1`);

  it("takes the site's own forms, by either header", async () => {
    const origin = `Origin: http://127.0.0.1:${server.port}`;
    expect(statusOf(await post([own]))).toBe(200);
    expect(statusOf(await post([origin]))).toBe(200);
    expect(statusOf(await post([own, origin]))).toBe(200);
    expect(statusOf(await post(["Sec-Fetch-Site: none", origin]))).toBe(200);
  });

  it.each([
    ["neither header", []],
    ["another site", ["Sec-Fetch-Site: cross-site"]],
    ["another host of the same site", ["Sec-Fetch-Site: same-site"]],
    ["a word that is none", ["Sec-Fetch-Site: yes"]],
    ["none, and no origin", ["Sec-Fetch-Site: none"]],
    ["origin null", ["Origin: null"]],
    ["another origin", ["Origin: https://evil.example"]],
    ["another port", ["Origin: http://127.0.0.1:1"]],
    ["no address at all", ["Origin: ///"]],
    ["headers that contradict each other", ["Sec-Fetch-Site: same-origin", "Origin: https://evil.example"]],
  ])("refuses %s with 403", async (_name, headers) => {
    expect(statusOf(await post(headers))).toBe(403);
  });

  it("does not believe X-Forwarded-Host, and lets nobody make a page fail with it", async () => {
    expect((await server.post("/x", form(), { "X-Forwarded-Host": "evil.example" })).status).toBe(200);
    const headers = { Origin: "https://evil.example", "Sec-Fetch-Site": "", "X-Forwarded-Host": "evil.example" };
    expect((await server.post("/x", form(), headers)).status).toBe(403);
  });
});

describe("addresses", () => {
  const at = async (address: string) => (await server.get(address)).json() as Promise<unknown>;

  it("take the language from the prefix, which the routes do not see", async () => {
    expect(await at("/es/x/opportunities?q=a")).toEqual({ url: "/x/opportunities", locale: "es", form: [] });
    expect(await at("/es/")).toEqual({ url: "/", locale: "es", form: [] });
    expect(await at("/essex")).toEqual({ url: "/essex", locale: "en", form: [] });
  });

  it("of a desk leave the language to the person's choice", async () => {
    const response = await server.get("/partner", { Cookie: "a=b; language=es" });
    expect(await response.json()).toMatchObject({ url: "/partner", locale: "es" });
    expect(await (await server.get("/x", { Cookie: "language=es" })).json()).toMatchObject({ locale: "en" });
  });

  it.each([
    ["/en/riverbend?q=a", "/riverbend?q=a"],
    ["/en", "/"],
    ["/es/partner", "/partner"],
    ["/es/coordinator/review?page=2", "/coordinator/review?page=2"],
    ["/riverbend/", "/riverbend"],
    ["/es/riverbend/", "/es/riverbend"],
    ["/es?a=1", "/es/?a=1"],
  ])("%s moved to %s", async (given, moved) => {
    const response = await server.get(given);
    expect(response.status).toBe(301);
    expect(response.headers.get("location")).toBe(moved);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("take a name of the loopback as host, and the origin's where one is set", async () => {
    for (const name of ["localhost", "127.0.0.1:1", "riverbend.localhost", "[::1]:80"])
      expect(statusOf(await server.raw(lines("GET /x HTTP/1.1", `Host: ${name}`, close)))).toBe(200);
    const origin = "https://list.example.org";
    const site = await startTestServer({ db: database.db, databaseUrl: database.url, env: { origin } });
    const asked = (name: string, path = "/") => site.raw(lines(`GET ${path} HTTP/1.1`, `Host: ${name}`, close));
    expect(statusOf(await asked("list.example.org"))).toBe(200);
    expect(statusOf(await asked("localhost"))).toBe(400);
    expect(statusOf(await asked("10.0.0.7", "/health/live"))).toBe(200);
    expect(await asked("list.example.org")).toMatch(/strict-transport-security: max-age=63072000/i);
    await site.stop();
  });
});
