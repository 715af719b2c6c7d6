import { z } from "zod";
import type { organizations, organizationSites } from "#db/schema/organizations.ts";
import { ACCESS, SPOKEN_LANGUAGES } from "../opportunities/choices.ts";
import { LONGEST } from "../opportunities/limits.ts";
import { tidyLine, tidyText } from "../opportunities/plain-text.ts";
import { US_STATES } from "../opportunities/us-states.ts";
import { website } from "./new-organization.ts";
import { LONGEST_ABOUT, LONGEST_SITE_NAME } from "./profile-limits.ts";
import { SECTORS } from "./sectors.ts";

export type Organization = typeof organizations.$inferSelect;
export type Site = typeof organizationSites.$inferSelect;

const orNull = <T>(value: T | undefined) => value ?? null;
const line = (max: number) => z.string().overwrite(tidyLine).max(max).optional().transform(orNull);
const someOf = <const W extends readonly [string, ...string[]]>(words: W) =>
  z
    .array(z.enum(words))
    .max(50)
    .default([])
    .transform((chosen) => words.filter((word) => chosen.includes(word)));

const address = {
  street: line(LONGEST.street),
  city: line(LONGEST.city),
  state: z
    .enum(US_STATES as [string, ...string[]])
    .optional()
    .transform(orNull),
  zip: z
    .string()
    .overwrite(tidyLine)
    .regex(/^\d{5}(-\d{4})?$/, { error: "joining:errors.zip" })
    .optional()
    .transform((zip) => zip?.slice(0, 5) ?? null),
};

/** What each form of the profile carries: the version it was shown with, and its key. */
const form = { version: z.number().int().min(1).max(2_000_000_000), idempotencyKey: z.uuid() };
export const ProfileChange = z.object(form);

/** What owners say of their organization. Its name stays: districts vetted it under that. */
export const ProfileForm = z.object({
  sector: z.enum(SECTORS),
  about: z.string().overwrite(tidyText).max(LONGEST_ABOUT).optional().transform(orNull),
  website: website.transform(orNull),
  ...address,
  languages: someOf(SPOKEN_LANGUAGES),
  access: someOf(ACCESS),
  ...form,
});

export const SiteForm = z.object({
  name: z
    .string()
    .overwrite(tidyLine)
    .max(LONGEST_SITE_NAME)
    .regex(/[\p{L}\p{N}]/u, { error: "joining:errors.name" }),
  ...address,
  ...form,
});

export type ProfileFacts = Omit<z.output<typeof ProfileForm>, keyof typeof form>;
export type SiteFacts = Omit<z.output<typeof SiteForm>, keyof typeof form>;
