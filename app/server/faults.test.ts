import { DrizzleQueryError, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppLoadContext } from "@remix-run/node";
import { useTestDatabase } from "#tests/support/database.ts";
import { startTestServer, type TestServer } from "#tests/support/server.ts";
import { describe as describeError, faultOf, inShort, noteFault } from "./faults.ts";

const database = useTestDatabase();
let server: TestServer;
const logged: string[] = [];
const SECRET = "maria.secret@example.org";

/** What Remix does with a thrown error: it tells the entry's `handleError`, then renders something. */
const thrown = (context: AppLoadContext, error: unknown) => {
  noteFault(context, error);
  return new Response(`Unexpected: ${SECRET}`, { status: 500 });
};

async function render(request: Request, context: AppLoadContext): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  if (pathname === "/bug") return thrown(context, new Error(`cannot read ${SECRET}`.slice(0, 11)));
  if (pathname === "/query")
    return context.db.execute(sql`select ${SECRET}::uuid`).then(
      () => new Response("no"),
      (error: unknown) => thrown(context, error),
    );
  if (pathname === "/away") return thrown(context, Object.assign(new Error(SECRET), { code: "57P01" }));
  if (pathname === "/crash") throw new Error("outside of Remix");
  if (pathname === "/slow" || pathname === "/coordinator/imports/new")
    await new Promise((resolve) => setTimeout(resolve, Number(searchParams.get("ms"))));
  return new Response("done");
}

beforeAll(async () => {
  const deadlines = { page: 200, upload: 2_000 };
  server = await startTestServer({ db: database.db, databaseUrl: database.url, render, deadlines, lines: logged });
});
afterAll(() => server.stop());

describe("a fault", () => {
  it("of the database is a page that asks to try later, with what was typed to send again", async () => {
    const typed = new URLSearchParams({
      title: 'Bike "repair" <b>',
      idempotencyKey: "k-1",
      password: "hunter2 hunter2",
    });
    const response = await server.post("/away?step=2", typed);
    const page = await response.text();
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("5");
    expect(page).toContain('action="/away?step=2"');
    expect(page).toContain('name="title" value="Bike &quot;repair&quot; &lt;b&gt;"');
    expect(page).toContain('name="idempotencyKey" value="k-1"');
    expect(page).not.toContain("hunter2");
    expect(page).not.toContain(SECRET);
  });

  it("speaks the reader's language", async () => {
    const page = await (await server.get("/es/away")).text();
    expect(page).toContain('<html lang="es"');
    expect(page).toMatch(/espere unos segundos/i);
  });

  it.each(["/bug", "/query", "/crash"])("of ours at %s is a page with a reference and no message", async (path) => {
    const response = await server.get(path);
    const page = await response.text();
    const reference = response.headers.get("x-request-id") ?? "missing";
    expect(response.status).toBe(500);
    expect(page).toContain(reference);
    expect(page).not.toContain(SECRET);
    expect(page).not.toContain("Remix");
    expect(logged.some((line) => line.includes(reference) && line.includes('"level":50'))).toBe(true);
  });
});

describe("a deadline", () => {
  it("ends a request that takes too long with 503, and lets a quick one through", async () => {
    const before = Date.now();
    const late = await server.get("/slow?ms=1500");
    expect(late.status).toBe(503);
    expect(late.headers.get("retry-after")).toBe("5");
    expect(Date.now() - before).toBeLessThan(1_400);
    expect((await server.get("/slow?ms=1")).status).toBe(200);
  });

  it("is longer where a list is imported", async () => {
    const response = await server.post("/coordinator/imports/new?ms=400", new URLSearchParams({ a: "1" }));
    expect(response.status).toBe(200);
  });
});

describe("the log", () => {
  it("names the request and its outcome, and no person", async () => {
    logged.length = 0;
    await server.get(`/slow?ms=1&q=${SECRET}`, { Cookie: `session=${SECRET}`, "User-Agent": SECRET });
    await server.post("/away", new URLSearchParams({ email: SECRET }));
    await server.get("/query");
    const lines = logged.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.find((line) => line.path === "/slow")).toMatchObject({ method: "GET", status: 200, locale: "en" });
    expect(lines.filter((line) => line.msg === "request")).toHaveLength(3);
    expect(logged.join("")).not.toContain(SECRET);
    expect(logged.join("")).not.toContain("127.0.0.1");
  });
});

const codeError = (code: string) => Object.assign(new Error(SECRET), { code });

describe("telling a fault from a bug", () => {
  it.each(["ECONNREFUSED", "CONNECTION_CLOSED", "CONNECT_TIMEOUT", "57P03", "53300", "57014", "53100", "25006"])(
    "%s, also as a cause: later",
    (code) => {
      const cause = Object.assign(new Error("x"), { code });
      expect(faultOf(cause)).toBe("later");
      expect(faultOf(new Error("Failed query", { cause }))).toBe("later");
    },
  );

  it("a unique violation, and what is no error at all, is a bug", () => {
    expect(faultOf(Object.assign(new Error("x"), { code: "23505" }))).toBe("bug");
    expect(faultOf("text")).toBe("bug");
  });

  it("keeps the code and the constraint of a failed query, never its text", () => {
    const cause = Object.assign(new Error(SECRET), { code: "23505", constraint_name: "users_email" });
    const told = describeError(Object.assign(new Error(`params: ${SECRET}`, { cause }), { name: "DrizzleQueryError" }));
    expect(told).toMatchObject({ code: "23505", constraint: "users_email" });
    expect(JSON.stringify(told)).not.toContain(SECRET);
  });

  it("keeps none of a query's text when the driver names no code, and says the rest in a few words", () => {
    const failed = new DrizzleQueryError("select $1", [SECRET], new Error("broken pipe"));
    expect(JSON.stringify(describeError(failed))).not.toContain(SECRET);
    expect(inShort(failed)).toBe("Error");
    expect(inShort(new DrizzleQueryError("select $1", [SECRET], codeError("57P01")))).toBe("Error 57P01");
    expect(inShort(new Error("no answer within 1000 ms"))).toBe("Error no answer within 1000 ms");
  });
});
