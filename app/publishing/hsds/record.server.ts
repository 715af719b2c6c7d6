import { createHash } from "node:crypto";
import { uuidOf } from "../uuid.server.ts";

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
export const derivedId = (...parts: readonly (string | number | null)[]): string =>
  uuidOf(createHash("sha256").update(JSON.stringify(parts)).digest(), 8);
