import { describe, expect, it } from "vitest";
import { organizations } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { answers, readingLists, titles } from "#tests/support/lists.ts";
import { givenSearchable } from "#tests/support/searchable.ts";

const database = useTestDatabase();
const { list, html } = readingLists(database);

describe("the filters of a list", () => {
  it("narrow by what a place asks and gives, and show no question nobody has an answer to", async () => {
    const { db } = database;
    const gives = { cost: "free", clearance: "none", serviceHours: true } as const;
    const spoken = { languages: ["es"], access: ["wheelchair"] };
    await givenSearchable(db, { opportunity: { ...gives, ...spoken, title: "Kite maker" } });
    await givenSearchable(db, {
      opportunity: { title: "Kite flyer", cost: "some", clearance: "needed", days: ["sat"], languages: ["en"] },
    });
    const narrowing = [
      "cost=free",
      "clearance=none",
      "counts=service_hours",
      "language=es",
      "access=wheelchair",
      "day=thu",
    ];
    for (const query of narrowing) expect([query, titles(await list(query))]).toEqual([query, ["Kite maker"]]);
    const narrowed = await list("language=es&new=week");
    expect(narrowed.chips.map(({ label }) => label)).toEqual(["Spanish", "New this week"]);
    const free = { value: "free", label: "No cost to the student", count: 1, chosen: false };
    expect(answers(narrowed, "cost")).toEqual([free]);
    expect(answers(narrowed, "new")).toMatchObject([{ count: 1, chosen: true }]);
    expect(narrowed.groups.folded).not.toContain('id="filter-pathway"');
    const asked = await list("kind=PaidInternship");
    expect([narrowed.groups.isFoldedOpen, asked.groups.isFoldedOpen]).toEqual([true, false]);
  });

  it("offer the bells of the district's schools", async () => {
    await givenSearchable(database.db, { opportunity: { title: "Late owl", days: ["tue"], startTime: "15:30" } });
    await givenSearchable(database.db, { opportunity: { title: "Early owl", days: ["tue"], startTime: "10:00" } });
    const bells = answers(await list("q=owl"), "bell");
    expect(bells.length).toBeGreaterThan(0);
    for (const { label, count } of bells)
      expect([label, count]).toEqual([expect.stringMatching(/ \(ends .+ PM\)$/), 1]);
    const fitting = await list(`q=owl&bell=${bells[0]?.value}`);
    expect(titles(fitting)).toEqual(["Late owl"]);
    expect(fitting.chips[0]?.label).toMatch(/^After school ends at \d.* PM$/);
    expect(titles(await list("q=owl&bell=25:99"))).toEqual(["Early owl", "Late owl"]);
  });

  it("name the district's partners, and no other's", async () => {
    await givenSearchable(database.db, { opportunity: { title: "Newt counter" } });
    const { bluestem, harbor } = organizations;
    const [own] = answers(await list("q=newt"), "organization");
    expect(own).toMatchObject({ value: bluestem.id, label: bluestem.name, count: 1 });
    expect(titles(await list(`q=newt&organization=${bluestem.id}`))).toEqual(["Newt counter"]);
    const foreign = await list(`q=newt&organization=${harbor.id}`);
    expect([foreign.total, foreign.chips[0]?.label]).toEqual([0, "An organization that is not on this list"]);
    expect(foreign.widenings.map(({ gives }) => gives)).toContainEqual({ part: "group", group: "organization" });
  });

  it("look near a school chosen from the list of schools, whatever the box still says", async () => {
    const { schools } = await list("");
    const near = await list(`where=Narnia&school=${encodeURIComponent(schools[0]?.name ?? "")}`);
    expect(near).toMatchObject({ where: schools[0]?.name, unknownPlace: false });
    expect(near.cards[0]).toMatch(/\d mile|half a mile/);
  });
});

describe("what is not open yet to a grade", () => {
  it("stands last, with what is in the way and until when, and only for one grade", async () => {
    const { db } = database;
    const open = { ageMin: null, gradeMin: 9, gradeMax: 12 };
    await givenSearchable(db, { opportunity: { ...open, title: "Moth night" } });
    await givenSearchable(db, {
      opportunity: { ...open, title: "Moth lab", gradeMin: 11, closesOn: null, endsOn: null },
    });
    await givenSearchable(db, { opportunity: { ...open, title: "Moth club", gradeMin: 6, gradeMax: 8 } });
    const found = await list("q=moth&grade=9");
    expect(titles(found)).toEqual(["Moth night"]);
    expect(found.notYet).toMatchObject({ grade: 9, total: 1 });
    expect(found.notYet?.cards.join()).toMatch(/For grade 11\. Open to you from August 2028\..*|Moth lab/s);
    expect(html(found)).toMatch(/Moth night.*not open to grade 9 yet.*Moth lab/is);
    expect((await list("q=moth&grade=9&grade=10")).notYet).toBeNull();
    expect((await list("q=moth")).notYet).toBeNull();
    expect((await list("q=moth&grade=12")).notYet).toBeNull();
  });
});

describe("the map of a list", () => {
  it("shows all that was found where it is, only when it is asked for, and leads to each place", async () => {
    const { db } = database;
    const there = { latitude: 41.4501, longitude: -90.4302 };
    await givenSearchable(db, { opportunity: { title: "Heron one" } });
    await givenSearchable(db, { opportunity: { title: "Heron two" } });
    await givenSearchable(db, { opportunity: { title: "Heron three", ...there } });
    await givenSearchable(db, { opportunity: { title: "Heron online", setting: "remote" } });
    expect((await list("q=heron")).map).toBeNull();
    const shown = await list("q=heron&map=shown");
    expect(Object.values(shown.map?.cells ?? {}).sort()).toEqual([1, 2]);
    const page = html(shown);
    expect(page).toContain("3 of them are on this map.");
    expect(page).toContain("1 more is online or has no place.");
    const leads = [...page.matchAll(/<a href="([^"]*)"[^>]*class="map-cluster" aria-label="([^"]*)"/g)];
    expect(leads.map(([, , words]) => words)).toEqual([
      expect.stringMatching(/^2 opportunities, .+ from .+/),
      expect.stringMatching(/^1 opportunity, .+ from .+/),
    ]);
    const [, address = ""] = leads[1] ?? [];
    const near = await list(new URL(address.replaceAll("&amp;", "&"), "http://x").search.slice(1));
    expect(titles(near)).toEqual(["Heron three"]);
    expect(near.chips.map(({ label }) => label)).toEqual(["A part of the map"]);
    expect(near.map).not.toBeNull();
  });
});
