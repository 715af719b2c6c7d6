import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { listings } from "#db/schema/listings.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, givenListing } from "#tests/support/givens.ts";
import { getBeside } from "./alike.server.ts";
import { markTexts } from "./marking-texts.server.ts";
import { getReview } from "./review-detail.server.ts";

const database = useTestDatabase();
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const { parks, college, harbor } = organizations;

const TEXT = `Plant seedlings with us in the warm house behind the museum. You water, weed and label trays, learn how
seeds wake up, and take notes for the gardeners. In April everything moves outside and visitors ask you questions.`;
const OTHER = `Play board games with people who live in the home on Second Street. You read aloud, listen to stories and
push wheelchairs around the pond when the sun is out.`;

type Opportunity = NonNullable<Parameters<typeof givenListing>[1]>["opportunity"];
const given = async (opportunity: Opportunity, listing: object = {}) => {
  const made = await givenListing(database.db, {
    opportunity: { summary: null, tasks: null, requirements: null, ...opportunity },
    listing: { state: "submitted", ...listing },
  });
  return { id: made.listing.id, ...made };
};
/** As the page reads them, after the job has looked at all texts. */
async function alikeTo(listingId: string) {
  await markTexts({ db: database.db, now: TEST_NOW, actor: { kind: "system", userId: null } });
  return (await getReview(dana(), listingId))?.alike;
}

test("another organization's text that is nearly the same is found, whatever its title; another text is not", async () => {
  const mine = await given({ title: "Greenhouse helper", description: TEXT, organizationId: college.id });
  const same = await given({
    ...{ title: "Spring with plants", organizationId: parks.id },
    description: TEXT.replace("April", "May"),
  });
  await given({ title: "Greenhouse helper", description: OTHER, organizationId: parks.id });
  const elsewhere = { districtId: districts.lakeshore.id };
  await given({ title: "Greenhouse helper", description: TEXT, organizationId: harbor.id }, elsewhere);
  const found = await alikeTo(mine.id);
  expect(found).toMatchObject([{ id: same.id, title: "Spring with plants", state: "submitted", isOwn: false }]);
  expect(found?.[0]?.likeness).toBeGreaterThan(0.8);
});

test("within one organization the title decides, for each of its texts says the same of it", async () => {
  const about = `${OTHER} We are a home with forty rooms, a garden and a kitchen that cooks for the whole street.`;
  const mine = await given({ title: "Card game partner", description: about, organizationId: parks.id });
  const named = await given({ title: "Card game partners", description: TEXT, organizationId: parks.id });
  await given({ title: "Accounts", description: `${about} You add up bills.`, organizationId: parks.id });
  expect(await alikeTo(mine.id)).toMatchObject([{ id: named.id, likeness: null, isOwn: true }]);
});

test("what is the same opportunity, a draft or has no words to compare is nobody's duplicate", async () => {
  const description = TEXT.split(" ").toReversed().join(" ");
  const mine = await given({ title: "Backwards", description, organizationId: college.id });
  const { opportunityId, submittedRevisionId } = mine.listing;
  await database.db.insert(listings).values({
    ...{ opportunityId, submittedRevisionId, districtId: districts.riverbend.id },
    ...{ slug: randomUUID(), state: "declined" },
  });
  await given({ title: "Forwards", description, organizationId: parks.id }, { state: "draft" });
  const short = await given({ title: "Help", description: "Help us", organizationId: college.id });
  await given({ title: "Hands", description: "Help us", organizationId: parks.id });
  expect(await alikeTo(mine.id)).toEqual([]);
  expect(await alikeTo(short.id)).toEqual([]);
});

test("only a listing of the district that was sent is laid beside another", async () => {
  const { id } = await given({ title: "Ours" });
  const draft = await given({ title: "Unsent" }, { state: "draft" });
  const theirs = await given({ title: "Theirs", organizationId: harbor.id }, { districtId: districts.lakeshore.id });
  expect(await getBeside(dana(), id)).toMatchObject({ id, content: { title: "Ours" } });
  for (const other of [draft.id, theirs.id, randomUUID()]) expect(await getBeside(dana(), other)).toBeNull();
});
