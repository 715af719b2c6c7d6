import { z } from "zod";
import { LONGEST } from "../opportunities/limits.ts";
import { tidyLine, tidyText } from "../opportunities/plain-text.ts";
import { US_STATES } from "../opportunities/us-states.ts";
import { SECTORS } from "./sectors.ts";

const line = (max: number) => z.string().overwrite(tidyLine).min(1).max(max);
const orNull = (text: string | undefined) => text || null;

/** People leave out the scheme; a site without one is meant as https. */
export const website = z.preprocess(
  (typed) => (typeof typed === "string" && typed && !/^[a-z][a-z0-9+.-]*:/i.test(typed) ? `https://${typed}` : typed),
  z
    .url({ protocol: /^https?$/, hostname: z.regexes.domain })
    .max(300)
    .optional(),
);

/** What a person says of an organization that is not here yet. */
export const NewOrganization = z.object({
  name: line(120).regex(/[\p{L}\p{N}]/u, { error: "joining:errors.name" }),
  sector: z.enum(SECTORS),
  about: z.string().overwrite(tidyText).max(1000).optional().transform(orNull),
  website: website.transform(orNull),
  street: z.string().overwrite(tidyLine).max(LONGEST.street).optional().transform(orNull),
  city: line(LONGEST.city),
  state: z.enum(US_STATES as [string, ...string[]]),
  zip: z
    .string()
    .overwrite(tidyLine)
    .regex(/^\d{5}(-\d{4})?$/, { error: "joining:errors.zip" })
    .transform((zip) => zip.slice(0, 5)),
  /** The likely ones were shown, and none of them is it. */
  isNew: z
    .literal("on")
    .optional()
    .transform((checked) => checked === "on"),
  idempotencyKey: z.uuid(),
});
