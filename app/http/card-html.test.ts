import { expect, it } from "vitest";
import "#app/i18n/catalogs.server.ts";
import type { CardListing } from "#app/ui/listing-card.tsx";
import { cardHtml } from "./card-html.server.tsx";

const listing: CardListing = {
  ...{ href: "/riverbend/opportunities/bikes", title: "Bikes <b>", organization: "Bluestem", kind: "Mentorship" },
  ...{ language: "en", schedule: null, days: [], startTime: null, endTime: null, setting: "on_site", city: "Moline" },
  ...{ gradeMin: 9, gradeMax: 12, ageMin: null, ageMax: null, pay: "paid", earnsCredit: false, subClusters: [] },
  ...{ publishedOn: "2027-03-01", confirmedOn: "2027-03-01", closesOn: "2027-03-20", distanceMiles: null },
};
const today = "2027-03-10";

it("is drawn anew when what it shows, the language or the day is another", () => {
  const card = cardHtml(listing, { locale: "en", today });
  expect(cardHtml({ ...listing }, { locale: "en", today })).toBe(card);
  const others = [
    cardHtml({ ...listing, closesOn: "2027-03-21" }, { locale: "en", today }),
    cardHtml(listing, { locale: "es", today }),
    cardHtml(listing, { locale: "en", today: "2027-03-11" }),
  ];
  expect(new Set([card, ...others]).size).toBe(4);
  expect(card).toContain("Bikes &lt;b&gt;");
});
