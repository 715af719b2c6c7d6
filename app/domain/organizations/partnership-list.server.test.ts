import { beforeAll, expect, it } from "vitest";
import { partnerships, vettingSteps } from "#db/schema/organizations.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator } from "#tests/support/givens.ts";
import { givenDocument, givenPartnership } from "#tests/support/partnerships.ts";
import { PARTNERS_PAGE_SIZE, type PartnerFilter, type PartnerSort } from "./partnership-filters.ts";
import { countPartnerships, listPartnerships } from "./partnership-list.server.ts";

const database = useTestDatabase();
const TODAY = "2027-02-09";
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const ALL: PartnerFilter = { show: "all", q: "zz ", sector: null, need: null };
const names = async (filter: Partial<PartnerFilter> = {}, sort: PartnerSort = "name") =>
  (await listPartnerships(dana(), { filter: { ...ALL, ...filter }, sort, page: 1, today: TODAY })).map(({ name }) =>
    name.replace("Zz ", ""),
  );

beforeAll(async () => {
  await database.db.delete(vettingSteps);
  await database.db
    .insert(vettingSteps)
    .values({ districtId: districts.riverbend.id, name: "Insurance", documentKind: "insurance", position: 1 });
  const given = (
    name: string,
    partnership: Partial<typeof partnerships.$inferInsert> = {},
    sector = "business" as const,
  ) => givenPartnership(database.db, { ...partnership, organization: { name: `Zz ${name}`, sector } });
  const sound = await given("sound");
  await givenDocument(database.db, sound.partnershipId, { expiresOn: "2027-12-31" });
  const ending = await given("ending", { inForceUntil: "2027-03-01" });
  await givenDocument(database.db, ending.partnershipId);
  const running = await given("running out", { inForceUntil: "2027-06-30" });
  await givenDocument(database.db, running.partnershipId, { expiresOn: "2027-02-20" });
  const renewed = await given("renewed", { inForceUntil: null });
  await givenDocument(database.db, renewed.partnershipId, { expiresOn: "2027-02-01" });
  await givenDocument(database.db, renewed.partnershipId, { expiresOn: "2028-02-01" });
  await given("lapsed", { inForceUntil: "2027-02-08" });
  await given("later asked", { status: "requested", inForceUntil: null, requestedAt: new Date("2027-02-02") });
  await given("first asked", { status: "requested", inForceUntil: null, requestedAt: new Date("2027-01-02") });
  await given("elsewhere", { districtId: districts.lakeshore.id });
});

it("counts where each stands, and shows those who wait first", async () => {
  expect(await countPartnerships(dana(), ALL, TODAY)).toMatchObject({ approved: 4, lapsed: 1, requested: 2, all: 7 });
  expect((await names({}, "waiting")).slice(0, 3)).toEqual(["first asked", "later asked", "ending"]);
  expect((await names({}, "until")).slice(0, 2)).toEqual(["lapsed", "ending"]);
});

it.each([
  [{ show: "lapsed" }, ["lapsed"]],
  [{ need: "expiring" }, ["ending", "running out"]],
  [{ need: "missing", show: "requested" }, ["first asked", "later asked"]],
  [{ q: "ZZ ren" }, ["renewed"]],
  [{ q: "%" }, []],
  [{ sector: "health" }, []],
] as const)("filtered by %j", async (filter, expected) => {
  expect(await names(filter)).toEqual(expected);
});

it("is cut into pages, of which no partner stands on two", async () => {
  for (let i = 0; i < PARTNERS_PAGE_SIZE; i++)
    await givenPartnership(database.db, { organization: { name: `Qq ${String(i).padStart(3, "0")}` } });
  await givenPartnership(database.db, { organization: { name: "Qq last" } });
  const filter = { ...ALL, q: "qq " };
  const [first, second] = await Promise.all(
    [1, 2].map((page) => listPartnerships(dana(), { filter, sort: "name", page, today: TODAY })),
  );
  expect([first?.length, second?.map(({ name }) => name)]).toEqual([PARTNERS_PAGE_SIZE, ["Qq last"]]);
});
