import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createKeys } from "./keys.server.ts";

const keys = createKeys("a secret of thirty-two characters");
const others = createKeys("another secret, as long as the first");

describe("a signed id", () => {
  it("is read by who signed it, for what it was signed", () => {
    const id = randomUUID();
    const token = keys.sign("reset", id);
    expect(keys.read("reset", token)).toBe(id);
    expect(keys.read("sign-in", token)).toBeNull();
    expect(others.read("reset", token)).toBeNull();
  });

  it("has one spelling", () => {
    const token = keys.sign("reset", randomUUID());
    const last = token.at(-1) === "A" ? "B" : "A";
    for (const changed of [`${token}=`, ` ${token}`, token.slice(0, -1), token.slice(0, -1) + last, "", "é".repeat(54)])
      expect(keys.read("reset", changed)).toBeNull();
  });

  it("has a code of eight digits of its own", () => {
    const id = randomUUID();
    expect(keys.code("sign-in", id)).toMatch(/^\d{8}$/);
    expect(keys.code("sign-in", id)).toBe(keys.code("sign-in", id));
    expect(keys.code("reset", id)).not.toBe(keys.code("sign-in", id));
  });
});

describe("what is sealed", () => {
  it("is opened by who sealed it, for what it was sealed, unchanged", () => {
    const sealed = keys.seal("totp", "JBSWY3DPEHPK3PXP");
    expect(keys.open("totp", sealed)).toBe("JBSWY3DPEHPK3PXP");
    expect(keys.open("oidc", sealed)).toBeNull();
    expect(others.open("totp", sealed)).toBeNull();
    const bytes = Buffer.from(sealed, "base64url");
    bytes[bytes.length - 1]! ^= 1;
    for (const changed of [bytes.toString("base64url"), "", "x"]) expect(keys.open("totp", changed)).toBeNull();
  });

  it("looks different each time", () => expect(keys.seal("totp", "same")).not.toBe(keys.seal("totp", "same")));
});
