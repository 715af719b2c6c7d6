import fs from "node:fs";
import { expect, test } from "vitest";
import { POLICY } from "#app/auth/policy.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import { districtAddress, RESERVED_ADDRESSES } from "./reserved-addresses.ts";

/** The routes are the policy's: a build refuses any other. */
const routes = Object.keys(POLICY)
  .map((route) => route.replaceAll("[.]", "\0").split(".", 1)[0]!.replaceAll("\0", ".").replace(/_$/, ""))
  .filter((segment) => !segment.startsWith("$") && segment !== "_index");
/** Before any route: health, built files, and what lies in the folder of files as they are. */
const server = ["health", "assets", ...fs.readdirSync("public")];

test.each([...new Set([...routes, ...server, ...LOCALES])])(
  "no district takes the site's own address /%s",
  (segment) => {
    expect(RESERVED_ADDRESSES.has(segment) || segment.includes(".")).toBe(true);
    expect(districtAddress.safeParse(segment).success).toBe(false);
  },
);

test.each(["riverbend", "lake-county", "district-203"])("%s is an address", (slug) => {
  expect(districtAddress.parse(` ${slug} `)).toBe(slug);
});

test.each(["Riverbend", "lake--county", "-lake", "2nd", "lake.county", "ab", "a".repeat(41), "regions/x"])(
  "%s is none",
  (slug) => expect(districtAddress.safeParse(slug).success).toBe(false),
);
