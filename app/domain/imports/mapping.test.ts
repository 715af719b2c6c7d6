import { expect, it } from "vitest";
import { fitMapping, guessMapping, ImportMapping } from "./mapping.ts";

it("guesses columns by the names people give them, in English and Spanish", () => {
  expect(guessMapping(["Opportunity Title", "ORG_NAME", "Start Date", "Zip Code", "Notes to self"]).columns).toEqual({
    title: "Opportunity Title",
    organization: "ORG_NAME",
    startsOn: "Start Date",
    zip: "Zip Code",
  });
  expect(guessMapping(["Título", "Organización", "Fecha límite", "Código postal"]).columns).toEqual({
    title: "Título",
    organization: "Organización",
    closesOn: "Fecha límite",
    zip: "Código postal",
  });
});

it("guesses the columns of a city's open data", () => {
  const columns =
    "opportunity_id,vol_requests,title,summary,category_desc,org_title,locality,region,Postcode,hours,start_date_date,end_date_date,Latitude,Longitude";
  expect(guessMapping(columns.split(",")).columns).toEqual({
    externalId: "opportunity_id",
    places: "vol_requests",
    title: "title",
    summary: "summary",
    category: "category_desc",
    organization: "org_title",
    location: "locality",
    state: "region",
    zip: "Postcode",
    startsOn: "start_date_date",
    endsOn: "end_date_date",
    latitude: "Latitude",
    longitude: "Longitude",
  });
});

it("uses a column once, for the field it names best", () => {
  expect(guessMapping(["Name", "Organization"]).columns).toEqual({ title: "Name", organization: "Organization" });
  expect(guessMapping(["title", "role", "company"]).columns).toEqual({ title: "title", organization: "company" });
});

it("drops columns the file doesn't have from a saved mapping", () => {
  const saved = ImportMapping.parse({ columns: { title: "Name", pay: "Gone" } });
  expect(fitMapping(saved, ["Name", "Else"]).columns).toEqual({ title: "Name" });
});

it("refuses fields and values nobody knows", () => {
  expect(ImportMapping.safeParse({ columns: { districtId: "x" } }).success).toBe(false);
  expect(ImportMapping.safeParse({ columns: {}, defaults: { kind: "Lottery" } }).success).toBe(false);
  expect(ImportMapping.safeParse({ columns: { title: "a" }, status: "published" }).success).toBe(false);
});
