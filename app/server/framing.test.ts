import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { useTestDatabase } from "#tests/support/database.ts";
import { clientFolderWith, startTestServer, type TestServer } from "#tests/support/server.ts";

const database = useTestDatabase();
const SITES = "https://www.school.example https://www.riverbend.example:8443";
let server: TestServer;
let framedBy: string | null = SITES;
let cookies: (string | null)[] = [];

beforeAll(async () => {
  server = await startTestServer({
    db: database.db,
    databaseUrl: database.url,
    clientFolder: await clientFolderWith({ "embed.js": "1;", "assets/other.js": "2;" }),
    render: (request) => {
      cookies.push(request.headers.get("cookie"));
      const headers = new Headers({ "Content-Type": "text/html; charset=utf-8", "X-Page-Cache": "public" });
      if (framedBy !== null) headers.set("X-Framed-By", framedBy);
      return Promise.resolve(new Response("<p>list</p>", { headers }));
    },
  });
  await vi.waitFor(() => expect(server.versions.current("riverbend")).not.toBeNull());
});
afterAll(() => server.stop());

const ancestors = ({ headers }: Response) =>
  /frame-ancestors ([^;]*)/.exec(headers.get("content-security-policy") ?? "")?.[1];

it("S9: names who may frame a page where its route does, also from the cache, and reads no cookie for it", async () => {
  for (const _ of [1, 2, 3]) {
    const answer = await server.get("/embed/riverbend?kind=JobShadowing&unknown=1", { Cookie: "session=secret" });
    expect([answer.status, ancestors(answer)]).toEqual([200, SITES]);
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    for (const name of ["x-framed-by", "set-cookie"]) expect(answer.headers.get(name)).toBeNull();
  }
  expect(cookies).toEqual([null]);
});

it("S9: nobody frames a page whose district lists no site, nor any other page, nor what is refused", async () => {
  framedBy = "";
  expect(ancestors(await server.get("/embed/lakeshore"))).toBe("'none'");
  framedBy = null;
  const others = ["/riverbend/opportunities", "/sign-in", "/embed/nowhere", "/embed//riverbend", "/assets/other.js"];
  for (const address of others) {
    const answer = await server.get(address);
    expect([address, ancestors(answer)]).toEqual([address, "'none'"]);
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("same-origin");
  }
});

it("lets pages of other sites load the one script that is meant for them", async () => {
  const script = await server.get("/embed.js");
  expect(script.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
});
