import { expect, test } from "vitest";
import { readEmbed, writeEmbed } from "./embed-query.ts";

const spelled = (address: string) => writeEmbed(readEmbed(new URLSearchParams(address))).toString();

test.each([
  ["", ""],
  ["cards=6&look=auto&page=3&map=shown&unknown=1", ""],
  ["look=dark&kind=JobShadowing&cards=12&q= bikes ", "q=bikes&kind=JobShadowing&cards=12&look=dark"],
  ["site=https://WWW.School.example/page", "site=https%3A%2F%2Fwww.school.example"],
  ["site=javascript:alert(1)&look=neon&cards=25", ""],
  ["cards=0", ""],
  ["cards=1e1", ""],
  ["cards=-3&site=https://*.example", ""],
])("%s is the address %s", (typed, address) => {
  expect(spelled(typed)).toBe(address);
  expect(spelled(address)).toBe(address);
});
