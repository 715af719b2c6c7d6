import { expect, it } from "vitest";
import { detailOf, isAllowedIssuer, issuerOf } from "./issuers.ts";

const tenant = "0a1b2c3d-0a1b-2c3d-4e5f-0a1b2c3d4e5f";
const own = ["https://id.district.example"];

it("takes known issuers at their own addresses only", () => {
  expect(issuerOf("google", "https://evil.example", own)).toBe("https://accounts.google.com");
  expect(issuerOf("microsoft", ` ${tenant.toUpperCase()} `, own)).toBe(
    `https://login.microsoftonline.com/${tenant}/v2.0`,
  );
  for (const detail of ["common", "organizations", "", `${tenant}/../x`, `${tenant}@evil.example`, `x${tenant}`])
    expect(issuerOf("microsoft", detail, own)).toBeNull();
});

it("takes another issuer only when who runs the platform named it", () => {
  expect(issuerOf("other", own[0]!, own)).toBe(own[0]);
  for (const address of ["http://169.254.169.254", "https://id.district.example.evil.example", `${own[0]}/x`, ""])
    expect(issuerOf("other", address, own)).toBeNull();
});

it("asks again before it is used", () => {
  const microsoft = issuerOf("microsoft", tenant, [])!;
  expect(detailOf("microsoft", microsoft)).toBe(tenant);
  expect(isAllowedIssuer("microsoft", microsoft, [])).toBe(true);
  expect(isAllowedIssuer("google", "https://accounts.google.com", [])).toBe(true);
  expect(isAllowedIssuer("google", "https://accounts.google.com.evil.example", [])).toBe(false);
  expect(isAllowedIssuer("other", own[0]!, [])).toBe(false);
});
