import { expect, test } from "vitest";
import { originAt, readHost } from "./host-name.ts";

test.each([
  ["jobs.riverbend.example", "jobs.riverbend.example"],
  [" Jobs.Riverbend.EXAMPLE ", "jobs.riverbend.example"],
  ["niños.example", "xn--nios-hqa.example"],
  ["xn--nios-hqa.example", "xn--nios-hqa.example"],
  ["a-b.c1.example", "a-b.c1.example"],
])("%s is the host %s", (typed, host) => {
  expect(readHost(typed)).toEqual({ ok: true, host });
});

test.each([
  ["", "not_a_host"],
  ["riverbend", "not_a_host"],
  ["localhost", "not_a_host"],
  ["riverbend.localhost", "not_a_host"],
  ["jobs.riverbend.example.", "not_a_host"],
  [".riverbend.example", "not_a_host"],
  ["jobs..example", "not_a_host"],
  ["-jobs.example", "not_a_host"],
  ["jobs-.example", "not_a_host"],
  ["jobs_now.example", "not_a_host"],
  ["*.riverbend.example", "not_a_host"],
  ["jobs riverbend.example", "not_a_host"],
  ["jobs\n.example", "not_a_host"],
  ["%6aobs.example", "not_a_host"],
  ["a.example,b.example", "not_a_host"],
  ["jobs.example\0", "not_a_host"],
  [`${"a".repeat(64)}.example`, "not_a_host"],
  [`${"a.".repeat(130)}example`, "not_a_host"],
  ["https://jobs.riverbend.example", "an_address"],
  ["jobs.riverbend.example/riverbend", "an_address"],
  ["jobs.riverbend.example\\x", "an_address"],
  ["dana@jobs.riverbend.example", "an_address"],
  ["jobs.riverbend.example?x", "an_address"],
  ["jobs.riverbend.example:443", "a_port"],
  ["127.0.0.1", "an_ip_address"],
  ["10.0.0.7", "an_ip_address"],
  ["0x7f.1", "an_ip_address"],
  ["2130706433", "an_ip_address"],
  ["[::1]", "an_ip_address"],
  ["::1", "an_ip_address"],
])("%j is none that can be given: %s", (typed, problem) => {
  expect(readHost(typed)).toEqual({ ok: false, problem });
});

test("pages under a host begin with the scheme and the port of the site", () => {
  expect(originAt("jobs.example", "https://list.example.org")).toBe("https://jobs.example");
  expect(originAt("jobs.example", "http://localhost:4300")).toBe("http://jobs.example:4300");
});
