import type { Kind } from "#app/domain/opportunities/kinds.ts";

/** As search engines for jobs know it. */
export type EmploymentType = "INTERN" | "VOLUNTEER" | "PART_TIME" | "FULL_TIME" | "OTHER";

/**
 * What each kind is in schema.org: work somebody is taken on for is a `JobPosting`; what is learned at a workplace is a
 * `WorkBasedProgram`; the rest is an `EducationalOccupationalProgram`. `byHours`: how many hours a week decide.
 */
export const SCHEMA_OF_KIND: Record<
  Kind,
  | { type: "JobPosting"; employment: readonly EmploymentType[] | "byHours" }
  | { type: "WorkBasedProgram" | "EducationalOccupationalProgram" }
> = {
  PaidInternship: { type: "JobPosting", employment: ["INTERN"] },
  UnpaidInternship: { type: "JobPosting", employment: ["INTERN", "VOLUNTEER"] },
  NonPaidInternship: { type: "JobPosting", employment: ["INTERN", "VOLUNTEER"] },
  CooperativeEducation: { type: "JobPosting", employment: "byHours" },
  Apprenticeship: { type: "JobPosting", employment: "byHours" },
  OnTheJob: { type: "JobPosting", employment: "byHours" },
  PreApprenticeship: { type: "WorkBasedProgram" },
  ClinicalWork: { type: "WorkBasedProgram" },
  JobShadowing: { type: "WorkBasedProgram" },
  IndustryProject: { type: "WorkBasedProgram" },
  SchoolBasedEnterprise: { type: "WorkBasedProgram" },
  SimulatedWorksite: { type: "WorkBasedProgram" },
  SupervisedAgricultural: { type: "WorkBasedProgram" },
  Mentorship: { type: "EducationalOccupationalProgram" },
  ServiceLearning: { type: "EducationalOccupationalProgram" },
  WorksiteTour: { type: "EducationalOccupationalProgram" },
  GuestSpeaker: { type: "EducationalOccupationalProgram" },
  InformationalInterview: { type: "EducationalOccupationalProgram" },
  DualEnrollment: { type: "EducationalOccupationalProgram" },
  Entrepreneurship: { type: "EducationalOccupationalProgram" },
  Other: { type: "EducationalOccupationalProgram" },
};

const FULL_TIME_HOURS = 35;

export function employmentOf(hoursPerWeek: number | null): EmploymentType {
  if (hoursPerWeek === null) return "OTHER";
  return hoursPerWeek >= FULL_TIME_HOURS ? "FULL_TIME" : "PART_TIME";
}
