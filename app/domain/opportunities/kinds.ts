/** The four stages of the work-based-learning continuum; a district may rename them. */
export const STAGES = ["awareness", "exploration", "preparation", "training"] as const;
export type Stage = (typeof STAGES)[number];

/**
 * What sort of experience it is. Codes of CEDS element 001499 "Work-based Learning Opportunity Type" where one
 * exists; ours otherwise, reported as its `Other`. Whether a kind counts for Perkins V 5S3 is a state's setting.
 */
export const KINDS = {
  PaidInternship: { ceds: "PaidInternship", stage: "training" },
  UnpaidInternship: { ceds: "UnpaidInternship", stage: "training" },
  NonPaidInternship: { ceds: "NonPaidInternship", stage: "training" },
  Mentorship: { ceds: "Mentorship", stage: "preparation" },
  ServiceLearning: { ceds: "ServiceLearning", stage: "exploration" },
  JobShadowing: { ceds: "JobShadowing", stage: "exploration" },
  Apprenticeship: { ceds: "Apprenticeship", stage: "training" },
  PreApprenticeship: { ceds: "Other", stage: "preparation" },
  WorksiteTour: { ceds: "Other", stage: "awareness" },
  GuestSpeaker: { ceds: "Other", stage: "awareness" },
  InformationalInterview: { ceds: "Other", stage: "exploration" },
  IndustryProject: { ceds: "Other", stage: "preparation" },
  ClinicalWork: { ceds: "ClinicalWork", stage: "training" },
  CooperativeEducation: { ceds: "CooperativeEducation", stage: "training" },
  OnTheJob: { ceds: "OnTheJob", stage: "training" },
  DualEnrollment: { ceds: "Other", stage: "preparation" },
  Entrepreneurship: { ceds: "Entrepreneurship", stage: "preparation" },
  SchoolBasedEnterprise: { ceds: "SchoolBasedEnterprise", stage: "preparation" },
  SimulatedWorksite: { ceds: "SimulatedWorksite", stage: "preparation" },
  SupervisedAgricultural: { ceds: "SupervisedAgricultural", stage: "preparation" },
  Other: { ceds: "Other", stage: "exploration" },
} as const satisfies Record<string, { ceds: string; stage: Stage }>;

export type Kind = keyof typeof KINDS;
export const KIND_CODES = Object.keys(KINDS) as [Kind, ...Kind[]];
export const isKind = (code: string): code is Kind => Object.hasOwn(KINDS, code);
