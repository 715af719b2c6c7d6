import { z } from "zod";

/** Grows when an older program could not read the archive; a restore takes its own version only. */
export const ARCHIVE_VERSION = 1;
export const MANIFEST = "manifest.json";

/** A row as Postgres writes it, by its columns' names. */
export type Row = Record<string, unknown>;

/** What an archive says about itself: every other file in it, with the SHA-256 of its bytes. */
export const Manifest = z.strictObject({
  format: z.literal("waypost-district"),
  version: z.number().int(),
  exportedAt: z.iso.datetime(),
  district: z.strictObject({ id: z.guid(), slug: z.string(), name: z.string() }),
  files: z
    .array(
      z.strictObject({
        name: z.string().max(200),
        bytes: z.number().int().nonnegative(),
        /** Of a table's file. */
        rows: z.number().int().nonnegative().optional(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(50_000),
});
export type Manifest = z.infer<typeof Manifest>;

export const jsonOf = (table: string) => `json/${table}.json`;
export const csvOf = (table: string) => `csv/${table}.csv`;
export const fileOf = (id: string) => `files/${id}`;

/** What can be wrong with an archive; nothing of it is kept then. */
export const ARCHIVE_PROBLEMS = [
  "not_an_archive",
  "too_big",
  "unexpected_file",
  "other_version",
  "damaged",
  "district_exists",
  "address_reserved",
  "conflicts",
] as const;
export type ArchiveProblem = (typeof ARCHIVE_PROBLEMS)[number];
