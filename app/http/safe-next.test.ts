import { expect, it } from "vitest";
import { safeNext } from "./safe-next.ts";

it.each(["/partner", "/coordinator/review?state=submitted&page=2", "/es/riverbend/opportunities#filters"])(
  "S14: goes on to %s",
  (next) => expect(safeNext(next)).toBe(next),
);

const ELSEWHERE = [
  "https://evil.example",
  "//evil.example",
  "///evil.example",
  "////evil.example/%2f..",
  "/\\evil.example",
  "/\\/evil.example",
  "\\\\evil.example",
  "\\/evil.example",
  "javascript:alert(1)",
  "data:text/html,x",
  "http:evil.example",
  "https:/evil.example",
  " //evil.example",
  "\t//evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/\r\n//evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "/a/..//evil.example",
  "/%2e%2e//evil.example",
  "/./\\evil.example",
  "evil.example",
  "@evil.example",
  "?next=//evil.example",
  "#//evil.example",
  "",
  "ftp://evil.example",
  "mailto:a@evil.example",
  "//127.0.0.1",
  "//[::1]/",
  "/\u0009/evil.example",
  "//evil.example@this-site.invalid",
  "//this-site.invalid.evil.example",
  "https://this-site.invalid@evil.example",
  "//user:pass@evil.example",
  "//%65vil.example",
  "/\\\\evil.example",
  "\u0000//evil.example",
];

it.each(ELSEWHERE)("S14: never leaves this site for %j", (typed) => {
  const next = safeNext(typed);
  if (next !== null) expect(new URL(next, "https://waypost.example").href).toBe("https://waypost.example/");
});

it("refuses an address no page of ours has", () => expect(safeNext(`/${"a".repeat(3000)}`)).toBeNull());
