import { afterEach, beforeEach, expect, vi } from "vitest";
import "#app/i18n/catalogs.server.ts";

// An error on the console is a fault nobody asserted: it fails the test that caused it.
beforeEach(() => {
  vi.spyOn(console, "error");
});
afterEach(() => {
  const calls = vi.mocked(console.error).mock.calls;
  vi.restoreAllMocks();
  expect(calls, "console.error was called").toEqual([]);
});
