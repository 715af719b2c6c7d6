import type { Opportunity } from "./opportunity.ts";

/** The closed lists a partner chooses from; their words for readers stand in the `opportunity` catalog. */
export const PAY = ["paid", "stipend", "unpaid"] as const satisfies readonly NonNullable<Opportunity["pay"]>[];
export const SETTINGS = ["on_site", "remote", "hybrid"] as const satisfies readonly NonNullable<
  Opportunity["setting"]
>[];
export const COSTS = ["free", "some"] as const satisfies readonly NonNullable<Opportunity["cost"]>[];
/** Whether a student is checked before the start. */
export const CLEARANCES = ["none", "needed"] as const satisfies readonly NonNullable<Opportunity["clearance"]>[];
export const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export const TRANSPORT = ["walkable", "bus", "ride_offered", "bike_parking", "car_needed"] as const;
export const ACCESS = ["wheelchair", "step_free_restroom", "sign_language", "quiet_space", "screen_reader"] as const;
/** What a learner brings on the first day. Nothing about health, family or money: those are the school's to know. */
export const DOCUMENTS = [
  "work_permit",
  "parent_permission",
  "training_agreement",
  "emergency_contact",
  "photo_id",
  "confidentiality",
  "photo_release",
  "resume",
] as const;
/** Languages spoken on site, ISO 639. */
export const SPOKEN_LANGUAGES = [
  "en",
  "es",
  "zh",
  "vi",
  "ar",
  "fr",
  "ht",
  "ko",
  "pt",
  "ru",
  "so",
  "tl",
  "hmn",
  "ase",
] as const;
