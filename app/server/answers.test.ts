import zlib from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "#tests/support/database.ts";
import { clientFolderWith, startTestServer, type TestServer } from "#tests/support/server.ts";
import { negotiate } from "./compression.ts";

const database = useTestDatabase();
const SCRIPT = `console.log("${"waypost ".repeat(200)}");`;
const PAGE = `<!doctype html><p>${"A long page. ".repeat(200)}</p>`;
let server: TestServer;
let ready = true;

beforeAll(async () => {
  const clientFolder = await clientFolderWith({
    "assets/app-1.js": SCRIPT,
    "assets/app-1.js.br": zlib.brotliCompressSync(SCRIPT),
    "assets/app-1.js.gz": zlib.gzipSync(SCRIPT),
    "assets/app-1.js.map": "{}",
    "robots.txt": "User-agent: *\n",
  });
  server = await startTestServer({
    clientFolder,
    db: database.db,
    databaseUrl: database.url,
    migrationsComplete: () => Promise.resolve(ready),
    render: (request, context) => {
      const path = new URL(request.url).pathname;
      if (path === "/moved") return Promise.resolve(Response.redirect("http://localhost/x", 302));
      if (path === "/flyer.pdf") return Promise.resolve(new Response(null, { status: 410 }));
      if (path === "/gone")
        return Promise.resolve(new Response(PAGE, { status: 404, headers: { "Content-Type": "text/html" } }));
      const headers = { "Content-Type": "text/html; charset=utf-8", "X-Nonce": context.nonce };
      return Promise.resolve(new Response(PAGE, { headers }));
    },
  });
});
afterAll(() => server.stop());

it("says on a page that a file is gone, and to a program by its status alone", async () => {
  const read = await server.get("/es/flyer.pdf", { accept: "text/html,*/*" });
  expect(read.status).toBe(410);
  expect(await read.text()).toContain("Esto ya no se ofrece");
  const fetched = await server.get("/flyer.pdf", { accept: "*/*" });
  expect([fetched.status, await fetched.text()]).toEqual([410, ""]);
});

describe("security headers", () => {
  it.each(["/", "/gone", "/moved", "/assets/app-1.js", "/robots.txt", "/health/live", "/es/x/", "/a%zz"])(
    "are on %s",
    async (path) => {
      const { headers } = await server.get(path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("base-uri 'none'");
      expect(policy).not.toContain("unsafe-inline");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("same-origin");
      expect(headers.get("permissions-policy")).toContain("camera=()");
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
      expect(headers.get("strict-transport-security")).toBeNull();
    },
  );

  it("carry a new nonce, the one the page was rendered with", async () => {
    const [one, two] = await Promise.all([server.get("/"), server.get("/")]);
    const nonce = one.headers.get("x-nonce") ?? "";
    expect(nonce).toHaveLength(24);
    expect(one.headers.get("content-security-policy")).toContain(`script-src 'self' 'nonce-${nonce}'`);
    expect(two.headers.get("x-nonce")).not.toBe(nonce);
  });

  it("keep rendered pages out of every store unless the page says otherwise", async () => {
    expect((await server.get("/")).headers.get("cache-control")).toBe("no-store");
  });
});

describe("built files", () => {
  it("are kept for a year under a name with a digest, an hour otherwise", async () => {
    const script = await server.get("/assets/app-1.js");
    expect(script.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(script.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect((await server.get("/robots.txt")).headers.get("cache-control")).toBe("public, max-age=3600");
  });

  it.each([
    ["br", "br", zlib.brotliDecompressSync],
    ["gzip, deflate", "gzip", zlib.gunzipSync],
    ["identity", undefined, (bytes: Buffer) => bytes],
  ] as const)("answer Accept-Encoding %s", async (accepted, encoding, decode) => {
    const head = `GET /assets/app-1.js HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: ${accepted}\r\nConnection: close\r\n\r\n`;
    const answer = await server.raw(head);
    const body = Buffer.from(answer.slice(answer.indexOf("\r\n\r\n") + 4), "latin1");
    expect(decode(body).toString()).toBe(SCRIPT);
    expect(/content-encoding: (\w+)/i.exec(answer)?.[1]).toBe(encoding);
    expect(answer).toMatch(/vary: accept-encoding/i);
  });

  it("answer 304 to who has them, without a body, also to HEAD", async () => {
    const { headers } = await server.get("/assets/app-1.js", { "Accept-Encoding": "br" });
    const again = await server.get("/assets/app-1.js", {
      "Accept-Encoding": "br",
      "If-None-Match": `"other", ${headers.get("etag")}`,
    });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    const other = await server.get("/assets/app-1.js", {
      "If-None-Match": headers.get("etag") ?? "",
      "Accept-Encoding": "gzip",
    });
    expect(other.status).toBe(200);
    const head = await server.raw("HEAD /robots.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    expect(head).toMatch(/content-length: 14/i);
    expect(head.endsWith("\r\n\r\n")).toBe(true);
  });

  it("are not posted to, and what is no file of the site is not served", async () => {
    expect((await server.post("/robots.txt", new URLSearchParams())).status).toBe(405);
    for (const path of ["/assets/app-1.js.map", "/assets/app-1.js.br", "/package.json"])
      expect(await (await server.get(path)).text()).toBe(PAGE);
  });
});

describe("rendered pages", () => {
  it("are compressed as the client likes", async () => {
    const response = await server.get("/", { "Accept-Encoding": "gzip;q=1.0, br;q=0.5" });
    expect(response.headers.get("content-encoding")).toBe("gzip");
    expect(response.headers.get("vary")).toBe("Accept-Encoding");
    expect(await response.text()).toBe(PAGE);
  });

  it.each([
    ["", "identity"],
    ["br", "br"],
    ["gzip, deflate, br, zstd", "br"],
    ["gzip;q=0.9, br;q=0.1", "gzip"],
    ["br;q=0, gzip;q=0", "identity"],
    ["*", "gzip"],
    ["deflate", "identity"],
    ["br;q=x", "identity"],
  ])("Accept-Encoding %j takes %s", (header, encoding) => {
    expect(negotiate(header)).toBe(encoding);
  });
});

describe("health", () => {
  it("is live always, and ready when the database answers and has every migration", async () => {
    expect((await server.get("/health/live")).status).toBe(200);
    ready = false;
    const waiting = await server.get("/health/ready");
    expect(waiting.status).toBe(503);
    expect(await waiting.json()).toEqual({ ready: false, waitingFor: ["migrations"] });
    ready = true;
    expect((await server.get("/health/ready")).status).toBe(200);
  });

  it("is not ready while the database is away, and says so within a second and a half", async () => {
    const { connect } = await import("#db/client.server.ts");
    const away = connect("postgres://nobody@127.0.0.1:1/none");
    const other = await startTestServer({ db: away.db, databaseUrl: "postgres://nobody@127.0.0.1:1/none" });
    const before = Date.now();
    const response = await other.get("/health/ready");
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ ready: false, waitingFor: ["database"] });
    expect(Date.now() - before).toBeLessThan(1_500);
    expect((await other.get("/health/live")).status).toBe(200);
    await other.stop();
    await away.end();
  });
});

describe("leaving", () => {
  it("is not ready first, finishes what is under way, then closes its doors", async () => {
    let finish = (_: Response) => {};
    const leaving = await startTestServer({
      db: database.db,
      databaseUrl: database.url,
      drainNotice: 300,
      render: () => new Promise((resolve) => (finish = resolve)),
    });
    const underWay = leaving.get("/slow");
    await new Promise((resolve) => setTimeout(resolve, 100));
    const stopped = leaving.stop();
    expect(await (await leaving.get("/health/ready")).json()).toEqual({ ready: false, waitingFor: ["drain"] });
    await new Promise((resolve) => setTimeout(resolve, 500));
    await expect(leaving.get("/health/live")).rejects.toThrow();
    finish(new Response("finished"));
    expect(await (await underWay).text()).toBe("finished");
    await stopped;
  });
});
