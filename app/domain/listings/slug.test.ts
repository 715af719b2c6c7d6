import fc from "fast-check";
import { expect, it } from "vitest";
import { listingSlug } from "./slug.ts";

const id = "5f1c2d3e-0000-4000-8000-00000000ab3f";

it("says the title in plain letters and ends with the end of the id", () => {
  expect(listingSlug("Café & Bakery: learn to bake!", id)).toBe("cafe-bakery-learn-to-bake-00ab3f");
});

it("keeps whole words within 60 characters", () => {
  const slug = listingSlug("Assistant ".repeat(20), id);
  expect(slug).toBe("assistant-assistant-assistant-assistant-assistant-assistant-00ab3f");
});

it("finds an address for a title without Latin letters", () => {
  expect(listingSlug("実習生募集", id)).toBe("opportunity-00ab3f");
  expect(listingSlug("", id)).toBe("opportunity-00ab3f");
});

it("never is a reserved word and always is safe in an address", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.uuid(), (title, uuid) => {
      expect(listingSlug(title, uuid)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*-[0-9a-f]{6}$/);
      expect(listingSlug(title, uuid).length).toBeLessThanOrEqual(67);
    }),
  );
});
