import { beforeEach, describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { savedListings } from "#db/schema/saved.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asPartner, asPerson, givenListing, givenPerson } from "#tests/support/givens.ts";
import { deleteAccount } from "../people/deletion.server.ts";
import { everythingAbout } from "../people/everything-about.server.ts";
import { MOST_SAVED } from "./listings.ts";
import { countSaves, listSaved, savedSlugs, saveListing } from "./listings.server.ts";

const database = useTestDatabase();
const { riverbend, lakeshore } = districts;
const somebody = async () => asPerson(database.db, (await givenPerson(database.db)).id);
const at = (slug: string, saved = true) => ({ district: "riverbend", slug, saved });

let slug: string;
let listingId: string;
beforeEach(async () => {
  const { listing } = await givenListing(database.db);
  ({ slug, id: listingId } = listing);
});

describe("keeping a listing", () => {
  it("is for whoever keeps it, once however often pressed, and in no log", async () => {
    const [ctx, other] = [await somebody(), await somebody()];
    const before = await database.db.$count(events);
    expect(await saveListing(ctx, at(slug))).toEqual({ ok: true, value: null });
    expect(await saveListing(ctx, at(slug))).toEqual({ ok: true, value: null });
    expect(await listSaved(ctx)).toEqual([{ districtId: riverbend.id, slug }]);
    expect(await savedSlugs(ctx, "riverbend")).toEqual([slug]);
    expect(await savedSlugs(ctx, "lakeshore")).toEqual([]);
    expect(await listSaved(other)).toEqual([]);
    expect(await database.db.$count(events)).toBe(before);
  });

  it("ends when they let it go, also the second time", async () => {
    const ctx = await somebody();
    await saveListing(ctx, at(slug));
    expect(await saveListing(ctx, at(slug, false))).toEqual({ ok: true, value: null });
    expect(await saveListing(ctx, at(slug, false))).toEqual({ ok: true, value: null });
    expect(await listSaved(ctx)).toEqual([]);
  });

  it("also keeps what is over, and nothing that never was on the list or is another district's", async () => {
    const ctx = await somebody();
    const over = await givenListing(database.db, { listing: { state: "closed" } });
    const draft = await givenListing(database.db, { listing: { state: "submitted" } });
    const elsewhere = await givenListing(database.db, { listing: { districtId: lakeshore.id } });
    expect((await saveListing(ctx, at(over.listing.slug))).ok).toBe(true);
    for (const there of [draft.listing.slug, elsewhere.listing.slug, "nowhere"])
      expect(await saveListing(ctx, at(there))).toEqual({ ok: false, refusal: "not_found" });
  });

  it("has an end, which one that is kept already does not meet", async () => {
    const ctx = await somebody();
    for (let n = 0; n < MOST_SAVED; n++) {
      const { listing } = await givenListing(database.db);
      const kept = { userId: ctx.actor.userId, listingId: listing.id, districtId: riverbend.id, savedAt: TEST_NOW };
      await database.db.insert(savedListings).values(kept);
    }
    expect(await saveListing(ctx, at(slug))).toEqual({ ok: false, refusal: "too_many" });
    const [first] = await listSaved(ctx);
    expect((await saveListing(ctx, at(first!.slug))).ok).toBe(true);
  });

  it("is in a person's own rows and goes with the account", async () => {
    const ctx = await somebody();
    await saveListing(ctx, at(slug));
    const about = await everythingAbout(ctx);
    expect(about.find(({ table }) => table === "saved_listings")?.rows).toMatchObject([{ listingId }]);
    expect((await deleteAccount(ctx)).ok).toBe(true);
    expect(await listSaved(ctx)).toEqual([]);
  });
});

it("tells partners how many keep each of their own listings", async () => {
  for (const ctx of [await somebody(), await somebody()]) await saveListing(ctx, at(slug));
  const own = asPartner(database.db, people.tomas.id, [organizations.bluestem.id]);
  const others = asPartner(database.db, people.owen.id, [organizations.harbor.id]);
  expect(await countSaves(own, [listingId])).toEqual(new Map([[listingId, 2]]));
  expect(await countSaves(others, [listingId])).toEqual(new Map());
});
