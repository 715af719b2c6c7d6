import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import "#app/i18n/catalogs.server.ts";
import { ListingPage, Problem } from "#app/publishing/api/schemas.ts";
import { listings } from "#db/schema/listings.ts";
import { districts } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { askProgram } from "#tests/support/programs.ts";
import { givenSearchable } from "#tests/support/searchable.ts";

const database = useTestDatabase();
const BASE = "/api/v1/districts/riverbend/listings";
const ask = (query = "", district = "riverbend") =>
  askProgram(database.db, `/api/v1/districts/${district}/listings${query && `?${query}`}`);
const read = async (answer: Response) => {
  expect(answer.status).toBe(200);
  return ListingPage.parse(await answer.json());
};
const refused = async (answer: Response) => {
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  const told = Problem.parse(await answer.json());
  expect(told.status).toBe(answer.status);
  return { status: told.status, parameter: told.parameter, type: told.type.split("#")[1] };
};

const DAY_MS = 86_400_000;
const published = (day: number) => new Date(TEST_NOW.getTime() - day * DAY_MS);
const given = (title: string, day: number, changes: { pay?: "paid" | "unpaid"; closesOn?: string } = {}) =>
  givenSearchable(database.db, {
    opportunity: { title, pay: changes.pay ?? "paid" },
    listing: { publishedAt: published(day), closesOn: changes.closesOn ?? "2027-05-01" },
  });

/** Every page from the first, `meanwhile` between one and the next. */
async function walk(query: string, meanwhile?: (page: number) => Promise<unknown>): Promise<string[]> {
  const titles: string[] = [];
  let answer = await ask(query);
  for (let page = 1; ; page++) {
    const { data, next } = await read(answer);
    titles.push(...data.map(({ title }) => title));
    expect(answer.headers.get("link")).toBe(next && `<${next}>; rel="next"`);
    if (!next) return titles;
    await meanwhile?.(page);
    answer = await askProgram(database.db, next);
  }
}

const NAMES = ["Baker", "Carver", "Dyer", "Fuller", "Glazier", "Hatter", "Joiner"];
beforeAll(async () => {
  for (const [n, name] of NAMES.entries())
    await given(name, n + 2, { pay: n % 2 ? "unpaid" : "paid", closesOn: `2027-05-0${7 - n}` });
  await givenSearchable(database.db, {
    listing: { districtId: districts.lakeshore.id },
    opportunity: { title: "Sailor" },
  });
});

describe("a page of listings", () => {
  it("is the site's search: words, filters, order", async () => {
    expect(await walk("")).toEqual(NAMES);
    expect(await walk("sort=closing")).toEqual(NAMES.toReversed());
    expect(await walk("pay=unpaid")).toEqual(["Carver", "Fuller", "Hatter"]);
    expect(await walk("q=glazier")).toEqual(["Glazier"]);
    expect(await walk("where=61201&sort=nearest&within=any")).toHaveLength(NAMES.length);
  });

  it("says how many there are in all and where the next page is", async () => {
    const answer = await ask("page_size=3&pay=paid");
    const { data, total, next } = await read(answer);
    expect([data.length, total]).toEqual([3, 4]);
    expect(next).toMatch(new RegExp(`^http://localhost:3000${BASE}\\?pay=paid&page_size=3&cursor=[\\w-]+$`));
    expect(answer.headers.get("etag")).toMatch(/^"[\w-]{22}"$/);
  });

  it.each(["sort=newest", "sort=closing", "where=61201&sort=nearest&within=any", "q=bike"])(
    "comes once each when read page by page: %s",
    async (query) => {
      expect((await walk(`${query}&page_size=2`)).toSorted()).toEqual(NAMES);
    },
  );

  it("misses and repeats nothing while listings come and go", async () => {
    const closing = async (title: string, state: "closed" | "published") => {
      const [row] = (await database.db.select().from(listings)).filter(({ slug }) => slug.startsWith(title));
      await database.db.update(listings).set({ state }).where(eq(listings.id, row!.id));
    };
    for (const query of ["page_size=2&sort=newest", "page_size=2&sort=closing"]) {
      const name = `short-${randomUUID()}`;
      const { listing } = await givenSearchable(database.db, {
        opportunity: { title: "Short" },
        listing: { slug: name, publishedAt: published(3.5), closesOn: "2027-05-06" },
      });
      const seen = await walk(query, async (page) => {
        // The last that was given leaves, and another comes in before it.
        if (page === 1) await closing(name, "closed");
        if (page === 2) await given("Late", 0, { closesOn: "2027-03-01" });
      });
      expect(seen.filter((title) => title !== "Short" && title !== "Late")).toEqual(
        query.includes("closing") ? NAMES.toReversed() : NAMES,
      );
      await database.db.update(listings).set({ state: "closed" }).where(eq(listings.id, listing.id));
      const late = (await read(await ask("q=late"))).data.map(({ id }) => id);
      for (const id of late) await database.db.update(listings).set({ state: "closed" }).where(eq(listings.id, id));
    }
  });

  it("holds nothing of another district, nor whom a district calls", async () => {
    const text = await (await ask("page_size=100")).text();
    expect(text).not.toContain("Sailor");
    expect(text).not.toContain("tomas@bluestembikes.example");
    expect(await (await ask("", "lakeshore")).text()).toContain("Sailor");
  });
});

describe("what cannot be asked is a problem that names its parameter", () => {
  it.each([
    ["color=red", "color", "unknown-parameter"],
    ["page=2", "page", "unknown-parameter"],
    ["map=shown", "map", "unknown-parameter"],
    ["__proto__=1", "__proto__", "unknown-parameter"],
    ["kind=Nonsense", "kind", "unknown-value"],
    ["kind=", "kind", "unknown-value"],
    ["grade=13", "grade", "unknown-value"],
    ["pathway=no-such-pathway", "pathway", "unknown-value"],
    ["cluster=999999", "cluster", "unknown-value"],
    ["organization=1", "organization", "unknown-value"],
    ["area=x", "area", "unknown-value"],
    ["sort=worst", "sort", "unknown-value"],
    ["sort=newest&sort=closing", "sort", "given-twice"],
    ["sort=nearest", "sort", "needs-place"],
    ["within=5", "within", "needs-place"],
    ["within=0&where=61201", "within", "unknown-value"],
    ["where=Atlantis+Under+Sea", "where", "unknown-place"],
    [`q=${"a".repeat(201)}`, "q", "too-long"],
    ["page_size=0", "page_size", "unknown-value"],
    ["page_size=101", "page_size", "unknown-value"],
    ["page_size=1e9", "page_size", "unknown-value"],
    ["page_size=-1", "page_size", "unknown-value"],
    ["cursor=", "cursor", "bad-cursor"],
    ["cursor=nonsense", "cursor", "bad-cursor"],
    [`cursor=${Buffer.from('["",1]').toString("base64url")}`, "cursor", "bad-cursor"],
    [`cursor=${"A".repeat(5_000)}`, "cursor", "bad-cursor"],
  ])("%s", async (query, parameter, type) => {
    expect(await refused(await ask(query))).toEqual({ status: 400, parameter, type });
  });

  it("takes a cursor for its own question only", async () => {
    const { next } = await read(await ask("page_size=2&pay=paid"));
    const cursor = new URL(next!).searchParams.get("cursor")!;
    expect((await ask(`pay=paid&page_size=1&cursor=${cursor}`)).status).toBe(200);
    expect((await refused(await ask(`pay=unpaid&cursor=${cursor}`))).parameter).toBe("cursor");
    expect((await refused(await ask(`pay=paid&cursor=${cursor}`, "lakeshore"))).parameter).toBe("cursor");
  });

  it("a district nobody has is not found", async () => {
    expect(await refused(await ask("", "nowhere"))).toEqual({ status: 404, type: "not-found", parameter: undefined });
  });
});
