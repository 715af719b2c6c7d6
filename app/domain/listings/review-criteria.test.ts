import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { isNarrowed, readCriteria, soundQuery, writeCriteria } from "./review-criteria.ts";

const read = (query: string) => readCriteria(new URLSearchParams(query));
const id = randomUUID();

test.each([
  "",
  "show=published&kind=Mentorship&sector=health",
  "partner=Bluestem+Bikes&assigned=nobody&sort=partner&view=cards&page=3",
  `school=${id}&pathway=${id}&before=2027-02-28&has=imported`,
])("%s is read and written as it is", (query) => {
  expect(writeCriteria(read(query)).toString()).toBe(query);
});

test.each([
  "show=nonsense",
  "kind=__proto__&sector=bank&assigned=you&has=all&sort=random&view=list",
  "school=1&pathway=%00&before=2027-02-30",
  "page=-4",
  "page=x",
  "partner=++",
  "decided=1&problem=2&next=https://evil.example",
])("%s says nothing", (query) => {
  expect(soundQuery(query)).toBe("");
});

describe("a queue is narrowed", () => {
  test.each(["kind=Mentorship", "partner=bike", "has=edit"])("by %s", (query) => {
    expect(isNarrowed(read(query))).toBe(true);
  });
  test.each(["show=published", "sort=title", "view=cards", "page=2"])("not by %s", (query) => {
    expect(isNarrowed(read(query))).toBe(false);
  });
});
