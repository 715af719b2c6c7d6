import { query } from "./path-parts.ts";

/** A person's own pages; they follow the language of their choice. */
export const accountPaths = {
  home: () => "/account",
  security: () => "/account/security",
  password: () => "/account/security/password",
  sessions: () => "/account/security/sessions",
  app: () => "/account/security/app",
  appSecret: () => "/account/security/app/secret",
  appRemoval: () => "/account/security/app/removal",
  recoveryCodes: () => "/account/security/recovery-codes",
  school: () => "/account/security/school",
  schoolUnlinking: () => "/account/security/school/unlinking",
  passkeys: () => "/account/security/passkeys",
  endSession: () => "/account/security/sessions/end",
  passkeyChallenge: () => "/account/security/passkeys/challenge",
  passkey: (id: string) => `/account/security/passkeys/${id}`,
  passkeyRemoval: (id: string) => `/account/security/passkeys/${id}/removal`,
  mail: () => "/account/mail",
  privacy: () => "/account/privacy",
  export: () => "/account/privacy/export",
  exportFile: () => "/account/privacy/download",
  deletion: () => "/account/privacy/deletion",
  address: () => "/account/address",
  family: () => "/account/family",
  /** `listing`: the one that was saved or taken off, `district/slug`. */
  saved: (done?: "saved" | "removed" | "full" | "calendar_made" | "calendar_ended", listing = "") =>
    `/account/saved${query(done && new URLSearchParams({ done, listing }))}`,
  /** Where the secret address of a calendar of it is made, and ended. */
  savedCalendar: () => "/account/saved/calendar",
  savedCalendarRemoval: () => "/account/saved/calendar/removal",
  searches: (done?: string) => `/account/searches${query(done && `done=${done}`)}`,
  search: (searchId: string) => `/account/searches/${searchId}`,
  searchPause: (searchId: string) => `/account/searches/${searchId}/pause`,
  searchDeletion: (searchId: string) => `/account/searches/${searchId}/deletion`,
  familyProfile: (guardianshipId: string) => `/account/family/${guardianshipId}/profile`,
  /** What a student says of themselves, and what fits it. */
  profile: () => "/account/profile",
  forYou: () => "/account/for-you",
  /** Keeps the answers to the interest questions, as the query holds them. */
  keepAnswers: (answers?: string) =>
    `/account/profile/interests${query(answers && new URLSearchParams({ a: answers }))}`,
  newAddress: (token: string) => `/account/address/${token}`,
  familyCode: () => "/account/family/code",
  familyConfirmation: (guardianshipId: string) => `/account/family/${guardianshipId}/confirmation`,
  familyEnd: (guardianshipId: string) => `/account/family/${guardianshipId}/end`,
  menu: () => "/account/menu",
  language: () => "/account/language",
};
