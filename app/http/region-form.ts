import { z } from "zod";
import { addressPart } from "#app/domain/districts/reserved-addresses.ts";
import { settingsForm, shortName, shortNameIfAny } from "#app/domain/districts/settings.ts";

const MOST_DISTRICTS = 200;

const facts = {
  name: shortName(100),
  nameEs: shortNameIfAny(100),
  districtIds: z
    .array(z.uuid())
    .min(1, { error: "front:regions.no_district" })
    .max(MOST_DISTRICTS)
    .transform((ids) => [...new Set(ids)]),
};

export const NewRegion = z.object({
  ...facts,
  idempotencyKey: z.uuid(),
  slug: addressPart,
});

export const ChangedRegion = z.object({ ...facts, ...settingsForm });
