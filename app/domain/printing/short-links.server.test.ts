import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { listings } from "#db/schema/listings.ts";
import { shortLinks } from "#db/schema/printing.ts";
import { districts } from "#db/seed/cast.ts";
import { listPathways } from "#app/domain/districts/districts.server.ts";
import { loader } from "#app/routes/go.$code/route.tsx";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenEdition } from "#tests/support/editions.ts";
import { givenListing } from "#tests/support/givens.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { readCode } from "./short-code.ts";
import { codeOfEdition, codeOfPathway, codesOfListings } from "./short-links.server.ts";

const database = useTestDatabase();
const riverbend = districts.riverbend.id;

const given = async () => (await givenListing(database.db)).listing;
const follow = async (code: string, locale: "en" | "es" = "en") =>
  (
    await thrownBy(Promise.resolve(loader(await ask(database.db, { params: { code }, context: { locale } }))))
  ).headers.get("location");

describe("the code of a listing", () => {
  test("is made once, by however many ask at once", async () => {
    const [one, two] = [await given(), await given()];
    const asked = await Promise.all(
      Array.from({ length: 20 }, () => codesOfListings(database.db, riverbend, [one.id, two.id])),
    );
    expect(new Set(asked.map((codes) => codes.get(one.id))).size).toBe(1);
    expect(asked[0]!.get(one.id)).not.toBe(asked[0]!.get(two.id));
    expect(asked[0]!.get(one.id)).toMatch(/^[bcdfghjkmnpqrstvwxz2-9]{6}$/);
  });

  test("leads to its page in the reader's language, however it was typed", async () => {
    const listing = await given();
    const code = (await codesOfListings(database.db, riverbend, [listing.id])).get(listing.id)!;
    expect(await follow(code)).toBe(`/riverbend/opportunities/${listing.slug}`);
    expect(await follow(code.toUpperCase(), "es")).toBe(`/es/riverbend/opportunities/${listing.slug}`);
  });

  test("leads to the list once its listing is gone, and is never given again", async () => {
    const listing = await given();
    const code = (await codesOfListings(database.db, riverbend, [listing.id])).get(listing.id)!;
    await database.db.delete(listings).where(eq(listings.id, listing.id));
    expect(await follow(code)).toBe("/riverbend/opportunities");
    await expect(database.db.insert(shortLinks).values({ code, districtId: riverbend })).rejects.toThrow();
  });
});

test("the code of a pathway leads to its page", async () => {
  const [pathway] = await listPathways(database.db, riverbend);
  const code = await codeOfPathway(database.db, riverbend, pathway!.id);
  expect(await follow(code!)).toBe(`/riverbend/pathways/${pathway!.slug}`);
  expect(await codeOfPathway(database.db, riverbend, pathway!.id)).toBe(code);
});

test("the code of an edition leads to it, also when a newer one is out, and is that of no other district", async () => {
  await given();
  const { number } = await givenEdition(database.db);
  const codes = await Promise.all(Array.from({ length: 5 }, () => codeOfEdition(database.db, riverbend, number)));
  await givenEdition(database.db, "Fall 2027");
  expect(new Set(codes).size).toBe(1);
  expect(await follow(codes[0]!, "es")).toBe(`/es/riverbend/editions/${number}`);
  expect(await codeOfEdition(database.db, riverbend, number)).toBe(codes[0]);
  expect(await codeOfEdition(database.db, riverbend, number + 1)).not.toBe(codes[0]);
  expect(await codeOfEdition(database.db, districts.lakeshore.id, number)).toBeNull();
});

test.each(["zzzzzz", "short", "vowels-aeiou", "../../etc", "\u0000"])("%j was given to nothing: 404", async (code) => {
  const answer = (await loader(await ask(database.db, { params: { code } }))) as { init: { status: number } };
  expect(answer.init.status).toBe(404);
});

test("a code is read as people write it", () => {
  expect(readCode("KT7-N4B ")).toBe("kt7n4b");
  expect(readCode("kt7n4o")).toBeNull();
});
