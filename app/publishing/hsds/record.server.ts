import { createHash } from "node:crypto";

/** An object of HSDS: what is not known is left out, since the schema knows no null. */
export type HsdsRecord = { id: string } & Record<string, unknown>;

export const known = <T extends Record<string, unknown>>(fields: T): T =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => {
      const isEmpty = value === null || value === undefined || value === "";
      return !isEmpty && !(Array.isArray(value) && value.length === 0);
    }),
  ) as T;

/** Every object needs a uuid; what has none here gets the same one each time from what it is part of (RFC 9562, 8). */
export function derivedId(...parts: readonly (string | number | null)[]): string {
  const bytes = createHash("sha256").update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
