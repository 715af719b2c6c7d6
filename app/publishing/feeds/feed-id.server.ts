import { createHash } from "node:crypto";

/**
 * A URN for what has no row of its own, a search or a pathway's feed: the UUID of version 5 (RFC 9562) that this name
 * has among its district's.
 */
export function urnOf(districtId: string, name: string): string {
  const space = Buffer.from(districtId.replaceAll("-", ""), "hex");
  const bytes = createHash("sha1").update(space).update(name).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return `urn:uuid:${parts.join("-")}`;
}
