import { describe, expect, it } from "vitest";
import { DEMO_PASSWORD, DEMO_PASSWORD_HASH } from "#db/seed/cast.ts";
import { hashPassword, passwordMatches } from "./passwords.server.ts";

describe("S7: a password at rest", () => {
  it("is argon2id at 19 MiB, salted anew each time", async () => {
    const hashes = await Promise.all([hashPassword(DEMO_PASSWORD), hashPassword(DEMO_PASSWORD)]);
    for (const hash of hashes) {
      expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      expect(await passwordMatches(hash, DEMO_PASSWORD)).toBe(true);
      expect(await passwordMatches(hash, `${DEMO_PASSWORD} `)).toBe(false);
    }
    expect(hashes[0]).not.toBe(hashes[1]);
  });

  it("is the same however a keyboard spells it", async () =>
    expect(
      await passwordMatches(await hashPassword("cafe\u0301 y churros los lunes"), "café y churros los lunes"),
    ).toBe(true));

  it("matches nobody who has none", async () => {
    expect(await passwordMatches(null, DEMO_PASSWORD)).toBe(false);
    expect(await passwordMatches(undefined, "")).toBe(false);
  });

  it("is turned away, to be tried again, when hundreds wait", async () => {
    const tries = Array.from({ length: 210 }, () => passwordMatches(DEMO_PASSWORD_HASH, DEMO_PASSWORD));
    const answers = await Promise.allSettled(tries);
    const refused = answers.filter((each) => each.status === "rejected");
    expect(refused).toHaveLength(210 - 202);
    expect(refused.every(({ reason }) => (reason as { code: string }).code === "EBUSY")).toBe(true);
    expect(answers.filter((each) => each.status === "fulfilled" && each.value)).toHaveLength(202);
  });
});
