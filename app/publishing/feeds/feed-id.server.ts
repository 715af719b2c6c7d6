import { createHash } from "node:crypto";
import { uuidOf } from "../uuid.server.ts";

/**
 * A URN for what has no row of its own, a search or a pathway's feed: the UUID of version 5 (RFC 9562) that this name
 * has among its district's.
 */
export function urnOf(districtId: string, name: string): string {
  const space = Buffer.from(districtId.replaceAll("-", ""), "hex");
  return `urn:uuid:${uuidOf(createHash("sha1").update(space).update(name).digest(), 5)}`;
}
