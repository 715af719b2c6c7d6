/**
 * Federal child-labor rules as data: what a posting is measured by, each with the section it stands in. The Fair Labor
 * Standards Act binds where somebody is employed; the stricter of federal and state law applies, and a district may ask
 * more. Read in the revision of 75 FR 28404, in force since 2010-07-19; when the rules change, change them here and the
 * day below. No legal advice.
 */
export const RULES_CHECKED_ON = "2026-11-26";

interface HazardRule {
  /** Of the seventeen non-agricultural hazardous orders; null: forbidden before 16 only. */
  order: number | null;
  /** Of title 29 of the Code of Federal Regulations. */
  section: string;
  notBefore: 16 | 18;
  /** At 16 and 17, with a student-learner agreement or as an apprentice: 29 CFR 570.50 (b) and (c). */
  studentLearner?: true;
}

export const HAZARDS = {
  hoisting: { order: 7, section: "570.58", notBefore: 18 },
  driving: { order: 2, section: "570.52", notBefore: 18 },
  woodworking: { order: 5, section: "570.55", notBefore: 18, studentLearner: true },
  saws: { order: 14, section: "570.65", notBefore: 18, studentLearner: true },
  metal_machines: { order: 8, section: "570.59", notBefore: 18, studentLearner: true },
  meat: { order: 10, section: "570.61", notBefore: 18, studentLearner: true },
  bakery_machines: { order: 11, section: "570.62", notBefore: 18 },
  balers: { order: 12, section: "570.63", notBefore: 18, studentLearner: true },
  roofing: { order: 16, section: "570.67", notBefore: 18, studentLearner: true },
  trenching: { order: 17, section: "570.68", notBefore: 18, studentLearner: true },
  demolition: { order: 15, section: "570.66", notBefore: 18 },
  logging: { order: 4, section: "570.54", notBefore: 18 },
  explosives: { order: 1, section: "570.51", notBefore: 18 },
  radioactive: { order: 6, section: "570.57", notBefore: 18 },
  brick: { order: 13, section: "570.64", notBefore: 18 },
  coal_mining: { order: 3, section: "570.53", notBefore: 18 },
  mining: { order: 9, section: "570.60", notBefore: 18 },
  mowers: { order: null, section: "570.33", notBefore: 16 },
  machines: { order: null, section: "570.33", notBefore: 16 },
  heights: { order: null, section: "570.33", notBefore: 16 },
  loading: { order: null, section: "570.33", notBefore: 16 },
  cooking: { order: null, section: "570.33", notBefore: 16 },
  freezers: { order: null, section: "570.33", notBefore: 16 },
  construction: { order: null, section: "570.33", notBefore: 16 },
  warehouse: { order: null, section: "570.33", notBefore: 16 },
  factory: { order: null, section: "570.33", notBefore: 16 },
} as const satisfies Record<string, HazardRule>;

export type Hazard = keyof typeof HAZARDS;
export const HAZARD_CODES = Object.keys(HAZARDS) as [Hazard, ...Hazard[]];
export const hazardRule = (hazard: Hazard): HazardRule => HAZARDS[hazard];

/** Hours of 14- and 15-year-olds; `summer` is June 1 to Labor Day. */
export const UNDER_16_HOURS = {
  schoolDay: 3,
  schoolWeek: 18,
  freeDay: 8,
  freeWeek: 40,
  from: "07:00",
  to: "19:00",
  summerTo: "21:00",
} as const;

export interface Citation {
  /** As a lawyer would look it up. */
  cite: string;
  /** The public text; a link, never fetched by us. */
  url: string;
}

const cfr = (section: string): Citation => ({
  cite: `29 CFR ${section}`,
  url: `https://www.ecfr.gov/current/title-29/section-${section}`,
});

/** Where a rule that is no hazard stands. */
export const CITATIONS = {
  under_14: cfr("570.2"),
  hours: cfr("570.35"),
  agriculture: cfr("570.71"),
  permit: {
    cite: "WHD Fact Sheet 43 (December 2016)",
    url: "https://www.dol.gov/agencies/whd/fact-sheets/43-child-labor-non-agriculture",
  },
  unpaid: {
    cite: "WHD Fact Sheet 71 (January 2018)",
    url: "https://www.dol.gov/agencies/whd/fact-sheets/71-flsa-internships",
  },
} as const satisfies Record<string, Citation>;

export const hazardCitation = (hazard: Hazard) => cfr(HAZARDS[hazard].section);
