import { describe, expect, it } from "vitest";
import { rateLimits } from "#db/schema/sign-in.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { testKeys } from "#tests/support/keys.ts";
import { countTry, forgetTries, network } from "./rate-limits.server.ts";
import { RATE_LIMITS } from "./rate-limits.ts";

const database = useTestDatabase();
const from = (address: string) => ({ db: database.db, keys: testKeys, address });
const { account, address } = RATE_LIMITS.sign_in;

describe("S18: how often something may be tried", () => {
  it("is counted by whom it is tried on, wherever from", async () => {
    for (let i = 0; i < account.tries; i++)
      expect(await countTry(from(`192.0.2.${i}`), "sign_in", "Maria@example.org")).toBeNull();
    const wait = await countTry(from("192.0.2.99"), "sign_in", "maria@example.org");
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(account.seconds);
    expect(await countTry(from("192.0.2.99"), "sign_in", "other@example.org")).toBeNull();
  });

  it("is counted by network, whoever it is tried on, and lets a school of six hundred sign in within minutes", async () => {
    const results: (number | null)[] = [];
    for (let i = 0; i <= address.tries; i++)
      results.push(await countTry(from(`2001:db8:0:1::${i.toString(16)}`), "sign_in", `student-${i}@example.org`));
    expect(results.slice(0, -1).every((wait) => wait === null)).toBe(true);
    expect(results.at(-1)).toBeGreaterThan(0);
    expect(await countTry(from("2001:db8:0:2::1"), "sign_in", "someone@example.org")).toBeNull();
  });

  it("is shared by all who ask the same database, also at the same moment", async () => {
    const tries = Array.from({ length: 40 }, (_, i) =>
      countTry(from(`198.51.100.${i}`), "sign_in", "burst@example.org"),
    );
    const passed = (await Promise.all(tries)).filter((wait) => wait === null);
    expect(passed).toHaveLength(account.tries);
  });

  it("does not count those who knew what they typed", async () => {
    const school = from("203.0.113.5");
    for (let i = 0; i <= account.tries; i++) {
      expect(await countTry(school, "sign_in", "Ana@example.org")).toBeNull();
      await forgetTries(school, "sign_in", "ana@example.org");
    }
    for (let i = 0; i < address.tries; i++)
      expect(await countTry(school, "sign_in", `other-${i}@example.org`)).toBeNull();
    await forgetTries(school, "sign_in", "other-0@example.org");
    expect(await countTry(school, "sign_in", "other-0@example.org")).toBeNull();
    expect(await countTry(school, "sign_in", "other-0@example.org")).toBeGreaterThan(0);
  });

  it("keeps no address of anyone", async () => {
    await countTry(from("203.0.113.77"), "sign_in", "hidden@example.org");
    const stored = JSON.stringify(await database.db.select().from(rateLimits));
    expect(stored).not.toMatch(/hidden|203\.0\.113|2001/);
  });
});

it.each([
  ["192.0.2.7", "192.0.2.7"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["2001:0db8:0000:0000:ffff::2", "2001:db8:0:0::/64"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
])("%s is counted as %s", (address, expected) => expect(network(address)).toBe(expected));
