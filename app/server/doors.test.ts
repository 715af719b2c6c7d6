import http, { type IncomingHttpHeaders } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { giveHost, takeHost } from "#app/domain/districts/district-hosts.server.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asOperator } from "#tests/support/givens.ts";
import { clientFolderWith, startTestServer, type TestServer } from "#tests/support/server.ts";
import { doors } from "./doors.ts";

const ORIGIN = "https://list.example.org";
const [SITE, RIVERBEND, LAKESHORE] = ["list.example.org", "jobs.riverbend.example", "xn--nios-hqa.example"];
const database = useTestDatabase();
let server: TestServer;

/** Gives a host to a district; answers how to take it back. */
async function give(host: string, districtId: string) {
  const ctx = asOperator(database.db, people.joan.id);
  const given = await giveHost(ctx, { districtId, host, siteHost: SITE, idempotencyKey: crypto.randomUUID() });
  if (!given.ok) throw new Error(given.refusal);
  return () => takeHost(ctx, { hostId: given.value.hostId, idempotencyKey: crypto.randomUUID() });
}

let rendered = 0;
beforeAll(async () => {
  await give(RIVERBEND, districts.riverbend.id);
  await give(LAKESHORE, districts.lakeshore.id);
  server = await startTestServer({
    ...{ db: database.db, databaseUrl: database.url, env: { origin: ORIGIN } },
    clientFolder: await clientFolderWith({ "favicon.svg": "<svg/>" }),
    // As pages would: each says what it was told of who asks and by which name.
    render: (request, { origin, locale }) => {
      rendered += 1;
      const { headers, url } = request;
      const said = { url, origin, locale, cookie: headers.get("cookie") ?? "", host: headers.get("host") };
      const sets: Record<string, string> = url.includes("/opportunities")
        ? { "X-Page-Cache": "public" }
        : { "Set-Cookie": "session=x; Path=/" };
      return Promise.resolve(Response.json(said, { headers: sets }));
    },
  });
});
afterAll(() => server.stop());

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}
type Asked = { method?: string; headers?: Record<string, string>; body?: string; port?: number };

/** By whatever name, which `fetch` would not let through. */
function ask(host: string, path: string, { method = "GET", headers = {}, body, port }: Asked = {}): Promise<Answer> {
  const to = { host: "127.0.0.1", port: port ?? server.port, path, method, headers: { Host: host, ...headers } };
  return new Promise((resolve, reject) => {
    const request = http.request(to, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    request.on("error", reject).end(body);
  });
}
const saidOf = ({ body }: Answer) => JSON.parse(body) as Record<string, string>;

describe("a district's host", () => {
  it.each([
    ["/", "/riverbend"],
    ["/?q=a", "/riverbend?q=a"],
    ["/es/", "/es/riverbend"],
    ["/en/", "/"],
    ["/riverbend/", "/riverbend"],
  ])("leads %s to %s, on the host itself", async (asked, location) => {
    const { status, headers } = await ask(RIVERBEND, asked);
    expect([301, 302]).toContain(status);
    expect(headers.location).toBe(location);
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  });

  it.each([
    ["/riverbend", "en"],
    ["/riverbend/opportunities?kind=Mentorship", "en"],
    ["/es/riverbend/opportunities", "es"],
    ["/riverbend/searches", "en"],
    ["/riverbend/sitemap.xml", "en"],
    ["/robots.txt", "en"],
    ["/pictures/1", "en"],
  ])("shows %s as the site shows it", async (path, locale) => {
    const answer = await ask(RIVERBEND, path);
    expect(answer.status).toBe(200);
    expect(saidOf(answer)).toMatchObject({ origin: ORIGIN, host: SITE, locale });
    expect(new URL(saidOf(answer).url!).host).toBe(SITE);
  });

  it.each([
    ...["/lakeshore", "/lakeshore/opportunities/x", "/es/lakeshore", "/regions/two-rivers", "/sign-in?next=%2Fx"],
    ...[
      "/account",
      "/partner",
      "/coordinator/review",
      "/operator",
      "/join",
      "/api/v1/districts/riverbend",
      "/go/BCDFGH",
    ],
    ...["/embed/riverbend", "/searches/token", "/privacy", "/sitemap.xml", "/Riverbend", "/%72iverbend", "/riverbendx"],
    ...["/dev/mail", "/account/menu.data", "/nowhere"],
  ])("sends %s to the site's own name, also for HEAD", async (path) => {
    for (const method of ["GET", "HEAD"]) {
      const { status, headers } = await ask(RIVERBEND, path, { method });
      expect([status, headers.location]).toEqual([302, ORIGIN + path]);
      expect(headers["cache-control"]).toBe("no-store");
    }
  });

  it("sends nobody elsewhere: what is no path of ours is refused before", async () => {
    for (const path of ["//evil.example", "/\\evil.example", "/..//evil.example", "http://evil.example/"])
      expect((await ask(RIVERBEND, path)).status).toBe(400);
  });

  it("hands out the site's files, and answers a load balancer", async () => {
    expect(await ask(RIVERBEND, "/favicon.svg")).toMatchObject({ status: 200, body: "<svg/>" });
    expect((await ask(RIVERBEND, "/health/live")).status).toBe(200);
  });

  it("is each district's own", async () => {
    expect((await ask(LAKESHORE, "/")).headers.location).toBe("/lakeshore");
    expect((await ask(LAKESHORE, "/lakeshore")).status).toBe(200);
    expect((await ask(LAKESHORE, "/riverbend")).headers.location).toBe(`${ORIGIN}/riverbend`);
  });
});

describe("no session lives on a district's host", () => {
  it("hands no page a cookie and lets none set one", async () => {
    const headers = { Cookie: "__Host-session=stolen; language=es" };
    for (const path of ["/riverbend/searches", "/account/menu?district=riverbend"]) {
      const answer = await ask(RIVERBEND, path, { headers });
      expect(saidOf(answer)).toMatchObject({ cookie: "", locale: "en" });
      expect(answer.headers["set-cookie"]).toBeUndefined();
    }
    const own = await ask(SITE, "/riverbend/searches", { headers });
    expect(saidOf(own).cookie).toContain("stolen");
    expect(own.headers["set-cookie"]).toHaveLength(1);
  });

  it("says nothing of the names below a district's", async () => {
    expect((await ask(RIVERBEND, "/riverbend")).headers["strict-transport-security"]).toBe("max-age=63072000");
  });
});

describe("forms on a district's host", () => {
  const type = { "Content-Type": "application/x-www-form-urlencoded" };
  const post = (host: string, path: string, headers: Record<string, string>) =>
    ask(host, path, { method: "POST", body: "a=1", headers: { ...type, ...headers } });

  it("are taken from pages of the host, and from nowhere else", async () => {
    const own = { Origin: `https://${RIVERBEND}` };
    expect((await post(RIVERBEND, "/riverbend/searches", own)).status).toBe(200);
    expect((await post(RIVERBEND, "/es/riverbend/opportunities/x/report", own)).status).toBe(200);
    expect((await post(RIVERBEND, "/riverbend/searches", { "Sec-Fetch-Site": "same-origin" })).status).toBe(200);
    for (const Origin of [ORIGIN, `https://${LAKESHORE}`, `http://${RIVERBEND}`, `https://${RIVERBEND}:444`, "null"])
      expect([Origin, (await post(RIVERBEND, "/riverbend/searches", { Origin })).status]).toEqual([Origin, 403]);
    const fetched = { ...own, "Sec-Fetch-Site": "same-site" };
    expect((await post(RIVERBEND, "/riverbend/searches", fetched)).status).toBe(403);
  });

  it("are no forms of the site, nor of another district's host", async () => {
    const own = { Origin: `https://${RIVERBEND}` };
    expect((await post(SITE, "/riverbend/searches", own)).status).toBe(403);
    expect((await post(LAKESHORE, "/lakeshore/searches", own)).status).toBe(403);
    expect((await post(SITE, "/riverbend/searches", { Origin: ORIGIN })).status).toBe(200);
  });

  it.each(["/sign-in", "/account/language", "/lakeshore/searches", "/", "/webhooks/resend", "/unsubscribe/search/x"])(
    "to %s are refused before anything is read",
    async (path) => {
      const before = rendered;
      const answer = await post(RIVERBEND, path, { Origin: `https://${RIVERBEND}`, "Sec-Fetch-Site": "same-origin" });
      expect(answer.status).toBe(403);
      expect(answer.body).toContain("nothing was changed");
      expect(rendered).toBe(before);
    },
  );

  it("leave the API to the site's own name", async () => {
    const preflight = { method: "OPTIONS", headers: { Origin: "https://program.example" } };
    expect((await ask(RIVERBEND, "/api/v1/districts", preflight)).status).toBe(405);
    expect((await ask(SITE, "/api/v1/districts", preflight)).status).toBe(204);
  });
});

describe("what a request may call the host", () => {
  it.each([
    ["JOBS.Riverbend.EXAMPLE", 200],
    [`${RIVERBEND}.`, 400],
    [`${RIVERBEND}:443`, 400],
    [`${RIVERBEND}:8080`, 400],
    [`${RIVERBEND}:`, 400],
    [`x.${RIVERBEND}`, 400],
    ["riverbend.example", 400],
    [`${RIVERBEND}/x`, 400],
    [`dana@${RIVERBEND}`, 400],
    [`${RIVERBEND} `, 200],
    ["evil.example", 400],
    ["127.0.0.1", 400],
    ["__proto__", 400],
  ])("%j is answered %i", async (host, status) => {
    expect((await ask(host, "/riverbend")).status).toBe(status);
  });

  it("is the Host header alone: no other is believed, and two are refused", async () => {
    const claims = { "X-Forwarded-Host": RIVERBEND, Forwarded: `host=${RIVERBEND}`, "X-Host": RIVERBEND };
    expect((await ask("evil.example", "/riverbend", { headers: claims })).status).toBe(400);
    expect(saidOf(await ask(SITE, "/sign-in", { headers: claims })).url).toBe(`http://${SITE}/sign-in`);
    const theirs = { "X-Forwarded-Host": SITE, Forwarded: `host=${SITE}` };
    expect((await ask(RIVERBEND, "/sign-in", { headers: theirs })).status).toBe(302);
    const two = `GET /riverbend HTTP/1.1\r\nHost: ${RIVERBEND}\r\nHost: ${SITE}\r\nConnection: close\r\n\r\n`;
    expect(await server.raw(two)).toMatch(/^HTTP\/1.1 400/);
  });
});

it("answers both names from one finished page, and no page of another district from it", async () => {
  const path = "/riverbend/opportunities?q=cached";
  const first = await ask(SITE, path);
  const before = rendered;
  const second = await ask(RIVERBEND, path);
  expect([second.status, second.body, second.headers.etag]).toEqual([200, first.body, first.headers.etag]);
  expect(rendered).toBe(before);
  await ask(SITE, "/lakeshore/opportunities");
  expect((await ask(RIVERBEND, "/lakeshore/opportunities")).status).toBe(302);
});

it("hears of a host within milliseconds of its commit, and asks nobody while requests come", async () => {
  const host = "soon.riverbend.example";
  const status = async () => (await ask(host, "/riverbend")).status;
  expect(await status()).toBe(400);
  const takeBack = await give(host, districts.riverbend.id);
  await expect.poll(status, { interval: 5, timeout: 500 }).toBe(200);
  expect((await takeBack()).ok).toBe(true);
  await expect.poll(status, { interval: 5, timeout: 500 }).toBe(400);
});

describe("without an origin of its own, on a developer's machine", () => {
  it("the site is on the loopback, and pages of one name are not another's", async () => {
    const local = await startTestServer({
      ...{ db: database.db, databaseUrl: database.url },
      render: (_request, { origin }) =>
        Promise.resolve(new Response(origin, { headers: { "X-Page-Cache": "public" } })),
    });
    const { port } = local;
    const at = (host: string, path = "/riverbend/opportunities") => ask(`${host}:${port}`, path, { port });
    const bodies = [await at("localhost"), await at("127.0.0.1"), await at(RIVERBEND), await at("localhost")];
    const [localhost, loopback] = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
    expect(bodies.map(({ body }) => body)).toEqual([localhost, loopback, localhost, localhost]);
    const nameless = "GET /riverbend HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n";
    expect(await local.raw(nameless)).toMatch(/^HTTP\/1.1 400/);
    expect((await at(RIVERBEND, "/sign-in")).headers.location).toBe(`${localhost}/sign-in`);
    await local.stop();
  });
});

describe("doors", () => {
  const districtAt = (host: string) => (host === RIVERBEND || host === SITE ? "riverbend" : null);
  it("keep the site's own name its own, whatever a district was given before", () => {
    const doorOf = doors({ origin: ORIGIN, development: false, districtAt });
    expect(doorOf(SITE)?.district).toBeNull();
  });

  it("take the port the site has", () => {
    const doorOf = doors({ origin: "https://list.example.org:8443", development: false, districtAt });
    expect(doorOf(`${RIVERBEND}:8443`)).toMatchObject({ formsFrom: `https://${RIVERBEND}:8443` });
    expect(doorOf(RIVERBEND)).toBeNull();
  });
});
