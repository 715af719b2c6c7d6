import { expect, test } from "vitest";
import { readOrigin } from "./web-origin.ts";

test.each([
  ["https://www.school.example", "https://www.school.example"],
  [" WWW.School.Example ", "https://www.school.example"],
  ["https://www.school.example:443/careers?x=1#top", "https://www.school.example"],
  ["https://www.school.example:8443/", "https://www.school.example:8443"],
  ["https://niños.example", "https://xn--nios-hqa.example"],
])("%s is the site %s", (typed, origin) => {
  expect(readOrigin(typed)).toEqual({ ok: true, origin });
});

test.each([
  ["http://www.school.example", "not_https"],
  ["http://localhost:4000", "not_https"],
  ["https://*.school.example", "wildcard"],
  ["*", "wildcard"],
  ["", "not_an_address"],
  ["school", "not_an_address"],
  ["https://127.0.0.1", "not_an_address"],
  ["https://[::1]", "not_an_address"],
  ["https://school.example.", "not_an_address"],
  ["https://dana:secret@school.example", "not_an_address"],
  ["https://school.example;script-src", "not_an_address"],
  ["https://a.example,b.example", "not_an_address"],
  ["https://a.example https://b.example", "not_an_address"],
  ["https://school.example' 'unsafe", "not_an_address"],
  ["javascript://www.school.example", "not_an_address"],
  ["data:text/html,hello", "not_an_address"],
  ["file:///etc/passwd", "not_an_address"],
  [`https://${"a".repeat(3_000)}.example`, "not_an_address"],
])("%s is none that can be listed", (typed, problem) => {
  expect(readOrigin(typed)).toEqual({ ok: false, problem });
});

test("a machine's own sites can be listed where the site itself is on such a machine", () => {
  expect(readOrigin("http://localhost:4000/page", { localToo: true })).toEqual({
    ok: true,
    origin: "http://localhost:4000",
  });
  expect(readOrigin("http://school.example", { localToo: true })).toEqual({ ok: false, problem: "not_https" });
});
