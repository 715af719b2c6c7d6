/** Longest text of a field, in UTF-16 units as `maxlength` counts them. */
export const LONGEST = {
  title: 90,
  summary: 300,
  description: 6000,
  tasks: 3000,
  skills: 400,
  schedule: 200,
  payDetail: 200,
  costDetail: 200,
  street: 120,
  city: 80,
  siteName: 80,
  busStop: 120,
  transportDetail: 300,
  requirements: 2000,
  howToAsk: 1000,
  question: 200,
  contactName: 80,
  contactEmail: 254,
  contactPhone: 40,
} as const;
export const MOST_SKILLS = 12;
export const LONGEST_SKILL = 40;
export const MOST_SUB_CLUSTERS = 5;
