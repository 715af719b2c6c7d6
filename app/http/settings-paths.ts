/** Pages of the district's settings, one a topic. */
export const SETTINGS_PAGES = [
  "profile",
  "logo",
  "front",
  "schools",
  "pathways",
  "kinds",
  "words",
  "labels",
  "calendar",
  "matching",
  "review",
  "accounts",
] as const;
export type SettingsPage = (typeof SETTINGS_PAGES)[number];

/** Addresses of the district's settings. */
export const settingsPaths = {
  home: (saved?: SettingsPage) => `/coordinator/settings${saved ? `?saved=${saved}` : ""}`,
  topic: (page: SettingsPage) => `/coordinator/settings/${page}`,
  matchingRestoration: () => "/coordinator/settings/matching/restoration",
  logoRemoval: () => "/coordinator/settings/logo/removal",
  breakRemoval: (id: string) => `/coordinator/settings/calendar/${id}/removal`,
  newSchool: () => "/coordinator/settings/schools/new",
  school: (id: string) => `/coordinator/settings/schools/${id}`,
  schoolRetirement: (id: string) => `/coordinator/settings/schools/${id}/retirement`,
  newPathway: () => "/coordinator/settings/pathways/new",
  pathway: (id: string) => `/coordinator/settings/pathways/${id}`,
  pathwayRetirement: (id: string) => `/coordinator/settings/pathways/${id}/retirement`,
} as const;
