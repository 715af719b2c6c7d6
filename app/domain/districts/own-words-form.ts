import { z } from "zod";
import { KIND_CODES, STAGES, type Kind } from "../opportunities/kinds.ts";
import { TERM_FORMS } from "./own-words.ts";
import { settingsForm, shortNameIfAny } from "./settings.ts";

export const LONGEST_NAME = 60;
export const LONGEST_TERM = 40;
export const CLUSTER_WORDINGS = ["national_2024", "classic"] as const;

type Names = { en?: string; es?: string };

/** A name in both languages; what is left empty is left out. */
const named = (longest: number) =>
  z
    .object({ en: shortNameIfAny(longest), es: shortNameIfAny(longest) })
    .transform(({ en, es }): Names => ({ ...(en && { en }), ...(es && { es }) }));

/** Names of a closed list's members; those without any are left out. */
const namedEach = <K extends string>(keys: readonly [K, ...K[]], longest: number) =>
  z
    .partialRecord(z.enum(keys), named(longest))
    .prefault({})
    .transform((all) => {
      const some = Object.entries(all as Record<string, Names>).filter(([, { en, es }]) => en ?? es);
      return Object.fromEntries(some) as Partial<Record<K, Names>>;
    });

const kindSetting = z.object({
  name: shortNameIfAny(LONGEST_NAME),
  nameEs: shortNameIfAny(LONGEST_NAME),
  stage: z.enum(STAGES),
  counts5s3: z.boolean().default(false),
});

/** What the form of the kinds says: which are offered, and of each its names and stage. */
export const Kinds = z
  .object({
    ...settingsForm,
    offered: z.array(z.enum(KIND_CODES)).min(1, { error: "settings:kinds.none_offered" }),
    kinds: z.object(
      Object.fromEntries(KIND_CODES.map((kind) => [kind, kindSetting])) as Record<Kind, typeof kindSetting>,
    ),
    stageNames: namedEach(STAGES, LONGEST_TERM),
  })
  .transform(({ offered, kinds, ...rest }) => ({
    ...rest,
    kinds: Object.fromEntries(
      KIND_CODES.map((kind) => [kind, { ...kinds[kind], offered: offered.includes(kind) }]),
    ) as Record<Kind, z.output<typeof kindSetting> & { offered: boolean }>,
  }));

/** What the form of the words says. */
export const Words = z.object({
  ...settingsForm,
  clusterWording: z.enum(CLUSTER_WORDINGS),
  vocabulary: namedEach(TERM_FORMS, LONGEST_TERM),
});
