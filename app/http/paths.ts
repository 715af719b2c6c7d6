import type { Declinable } from "#app/domain/mail/mails.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { editionDeskPaths } from "./edition-paths.ts";
import { embedDeskPaths, frontPaths } from "./front-paths.ts";
import { accountPaths } from "./account-paths.ts";
import { apiPaths } from "./api-paths.ts";
import { operatorPaths } from "./operator-paths.ts";
import { paperPaths } from "./paper-paths.ts";
import { prefix, query } from "./path-parts.ts";
import { searchPaths } from "./search-paths.ts";
import { settingsPaths } from "./settings-paths.ts";
import { sitePaths } from "./site-paths.ts";
import { translationPaths } from "./translation-paths.ts";
import { vettingPaths } from "./vetting-paths.ts";

const withMore = (text: string, more: Record<string, string>) => {
  const params = new URLSearchParams(text);
  for (const [name, value] of Object.entries(more)) params.set(name, value);
  return params;
};

/** What a way in came to that has no page of its own. */
export const SIGN_IN_PROBLEMS = [
  "passkey",
  "school_away",
  "school_refused",
  "school_unknown",
  "school_other_district",
  "school_taken",
] as const;
export type SignInProblem = (typeof SIGN_IN_PROBLEMS)[number];

const PROBLEMS = ["too_many", "not_published", "collection_full"];
/** What a button without a page of its own came to, for the page it stands on. */
const answerOf = (answer?: string) =>
  query(answer && new URLSearchParams({ [PROBLEMS.includes(answer) ? "problem" : "done"]: answer }));

/** Every address of the site. Public pages carry the language; the desks follow the person's choice. */
export const paths = {
  home: (locale: Locale) => `${prefix(locale)}/`,
  district: (locale: Locale, district: string) => `${prefix(locale)}/${district}`,
  /**
   * The stylesheet of a district's own color, which is part of its address: another color is another address. `look`:
   * for one look whatever the reader's device has.
   */
  theme: (district: string, color: string, look?: "light" | "dark") =>
    `/${district}/theme?${new URLSearchParams({ color: color.slice(1), ...(look && { look }) })}`,
  collection: (locale: Locale, district: string, slug: string) => `${prefix(locale)}/${district}/collections/${slug}`,
  list: (locale: Locale, district: string, params?: URLSearchParams | string) =>
    `${prefix(locale)}/${district}/opportunities${query(params)}`,
  api: apiPaths,
  ...searchPaths,
  ...sitePaths,
  ...paperPaths,
  ...frontPaths,
  listing: (locale: Locale, district: string, slug: string) => `${prefix(locale)}/${district}/opportunities/${slug}`,
  report: (locale: Locale, district: string, slug: string) =>
    `${prefix(locale)}/${district}/opportunities/${slug}/report`,
  publicPartners: (locale: Locale, district: string) => `${prefix(locale)}/${district}/partners`,
  publicPartner: (locale: Locale, district: string, organizationId: string) =>
    `${prefix(locale)}/${district}/partners/${organizationId}`,
  interests: (locale: Locale, district: string, params?: URLSearchParams | string) =>
    `${prefix(locale)}/${district}/interests${query(params)}`,
  matches: (locale: Locale, district: string, params?: URLSearchParams | string) =>
    `${prefix(locale)}/${district}/matches${query(params)}`,
  signIn: (locale: Locale, next?: string) =>
    `${prefix(locale)}/sign-in${query(next ? new URLSearchParams({ next }) : "")}`,
  /** For who is signed in, and must show that it is still them. */
  signInAgain: (locale: Locale, next: string) =>
    `${prefix(locale)}/sign-in${query(new URLSearchParams({ again: "", next }))}`,
  askForLink: (locale: Locale, next?: string | null) =>
    `${prefix(locale)}/sign-in/link${query(next ? new URLSearchParams({ next }) : "")}`,
  signInCode: (locale: Locale, next?: string | null) =>
    `${prefix(locale)}/sign-in/code${query(next ? new URLSearchParams({ next }) : "")}`,
  forgotPassword: (locale: Locale) => `${prefix(locale)}/reset-password`,
  /** Back at the start, which says what became of another way in. */
  signInProblem: (locale: Locale, problem: SignInProblem) => `${prefix(locale)}/sign-in?problem=${problem}`,
  schools: (locale: Locale, next?: string | null) =>
    `${prefix(locale)}/sign-in/school${query(next ? new URLSearchParams({ next }) : "")}`,
  schoolEntry: (locale: Locale, providerId: string, next?: string | null) =>
    `${prefix(locale)}/sign-in/with/${providerId}${query(next ? new URLSearchParams({ next }) : "")}`,
  schoolLink: (providerId: string) => `/sign-in/with/${providerId}?link`,
  schoolReturn: (providerId: string) => `/sign-in/with/${providerId}/return`,
  passkeyEntry: (locale: Locale) => `${prefix(locale)}/sign-in/passkey`,
  passkeyChallenge: (locale: Locale) => `${prefix(locale)}/sign-in/passkey/challenge`,
  join: {
    home: (locale: Locale) => `${prefix(locale)}/join`,
    partner: (locale: Locale) => `${prefix(locale)}/join/partner`,
    family: (locale: Locale, role: "student" | "parent", district?: string) =>
      `${prefix(locale)}/join/${role}${query(district ? new URLSearchParams({ district }) : "")}`,
    /** The same whether the address had an account. */
    sent: (locale: Locale) => `${prefix(locale)}/join/sent`,
    organization: (locale: Locale) => `${prefix(locale)}/join/organization`,
    newOrganization: (locale: Locale, q?: string) =>
      `${prefix(locale)}/join/organization/new${query(q ? new URLSearchParams({ q }) : "")}`,
    membership: (locale: Locale) => `${prefix(locale)}/join/organization/membership`,
  },
  secondFactor: (locale: Locale) => `${prefix(locale)}/sign-in/second-factor`,
  signInLink: (locale: Locale, token: string) => `${prefix(locale)}/sign-in/link/${token}`,
  verifyEmail: (locale: Locale, token: string) => `${prefix(locale)}/verify/${token}`,
  resetPassword: (locale: Locale, token: string) => `${prefix(locale)}/reset-password/${token}`,
  invitation: (locale: Locale, token: string) => `${prefix(locale)}/invitations/${token}`,
  /** The page of a mail that asks whether a listing is still true, and where its buttons post. */
  stillTrue: (locale: Locale, token: string) => `${prefix(locale)}/still-true/${token}`,
  stillTrueAnswer: (locale: Locale, token: string, answer: "confirmation" | "closure") =>
    `${prefix(locale)}/still-true/${token}/${answer}`,
  /** The page of a mail that asks a partner to claim what was entered for it, and where its buttons post. */
  claim: (locale: Locale, token: string, answer?: "confirmation" | "closure") =>
    `${prefix(locale)}/claims/${token}${answer ? `/${answer}` : ""}`,
  unsubscribe: (locale: Locale, what: Declinable, token: string) => `${prefix(locale)}/unsubscribe/${what}/${token}`,
  /** For whoever is too young for an account. */
  notYet: (locale: Locale) => `${prefix(locale)}/not-yet`,
  /** What is kept about people, and why. */
  privacy: (locale: Locale) => `${prefix(locale)}/privacy`,
  accountDeleted: (locale: Locale) => `${prefix(locale)}/account-deleted`,
  /** A picture's bytes; no page. */
  picture: (pictureId: string) => `/pictures/${pictureId}`,
  signOut: () => "/sign-out",
  account: accountPaths,
  ...operatorPaths,
  partner: {
    home: (params?: URLSearchParams | string) => `/partner${query(params)}`,
    people: (params?: URLSearchParams | string) => `/partner/people${query(params)}`,
    member: (organizationId: string, userId: string) => `/partner/people/${organizationId}/${userId}`,
    /** A person who asks to act for an organization. */
    membership: (requestId: string) => `/partner/memberships/${requestId}`,
    partnerships: () => "/partner/partnerships",
    listingsFile: () => "/partner/listings/download",
    newOpportunity: () => "/partner/opportunities/new",
    opportunity: (id: string) => `/partner/opportunities/${id}`,
    /** The parts it is written in, or one of them. */
    edit: (id: string, step?: string) => `/partner/opportunities/${id}/${step ? `edit?step=${step}` : "parts"}`,
    /** The part with skills and areas, with what the text suggests. */
    suggestions: (id: string) => `/partner/opportunities/${id}/edit?step=what&suggest#suggestions`,
    autosave: (id: string, step: string) => `/partner/opportunities/${id}/autosave?step=${step}`,
    /** As readers will get it; a student in the person's own language unless the query says otherwise. */
    preview: (id: string, params?: URLSearchParams | string) => `/partner/opportunities/${id}/preview${query(params)}`,
    picture: (id: string, done?: string) => `/partner/opportunities/${id}/picture${query(done && `done=${done}`)}`,
    pictureRemoval: (id: string) => `/partner/opportunities/${id}/picture/removal`,
    organizations: () => "/partner/organizations",
    /** An organization's profile, which tells what was done. */
    organization: (id: string, done?: string) => `/partner/organizations/${id}${query(done && `done=${done}`)}`,
    profile: (id: string) => `/partner/organizations/${id}/edit`,
    logo: (id: string) => `/partner/organizations/${id}/logo`,
    logoRemoval: (id: string) => `/partner/organizations/${id}/logo/removal`,
    newSite: (id: string) => `/partner/organizations/${id}/sites/new`,
    site: (id: string, siteId: string) => `/partner/organizations/${id}/sites/${siteId}`,
    siteRemoval: (id: string, siteId: string) => `/partner/organizations/${id}/sites/${siteId}/removal`,
    offers: (id: string) => `/partner/opportunities/${id}/offers`,
    /** To several districts in one stroke. */
    submissions: (id: string) => `/partner/opportunities/${id}/submissions`,
    submission: (listingId: string) => `/partner/listings/${listingId}/submission`,
    withdrawal: (listingId: string) => `/partner/listings/${listingId}/withdrawal`,
    closure: (listingId: string) => `/partner/listings/${listingId}/closure`,
    reopening: (listingId: string) => `/partner/listings/${listingId}/reopening`,
    renewal: (listingId: string) => `/partner/listings/${listingId}/renewal`,
    confirmation: (listingId: string) => `/partner/listings/${listingId}/confirmation`,
    /** Of all that was asked about. */
    confirmations: () => "/partner/confirmations",
    /** Says that what a coordinator entered is right. */
    claim: (opportunityId: string) => `/partner/opportunities/${opportunityId}/claim`,
    /** A new draft with the same text. */
    copy: (opportunityId: string) => `/partner/opportunities/${opportunityId}/copy`,
  },
  coordinator: {
    home: () => "/coordinator",
    /** The table of a page as a file. */
    tableFile: (page: "coverage" | "imports" | "log" | "partnerships" | "people" | "reports" | "review") =>
      `/coordinator/${page}/download`,
    people: (params?: URLSearchParams | string) => `/coordinator/people${query(params)}`,
    staffMember: (userId: string) => `/coordinator/people/${userId}`,
    families: (params?: URLSearchParams | string) => `/coordinator/families${query(params)}`,
    familyMember: (userId: string) => `/coordinator/families/${userId}`,
    review: (params?: URLSearchParams | string) => `/coordinator/review${query(params)}`,
    /** `from`: the queue's query, to come back to. */
    reviewListing: (listingId: string, from?: string) =>
      `/coordinator/review/${listingId}${query(from ? new URLSearchParams({ from }) : "")}`,
    /** The listing's page with another one laid beside it. */
    beside: (listingId: string, otherId: string) => `/coordinator/review/${listingId}?beside=${otherId}#beside`,
    preview: (listingId: string, from?: string) =>
      `/coordinator/review/${listingId}/preview${query(from ? new URLSearchParams({ from }) : "")}`,
    /** The queue as it was left, after a decision, which it tells of. */
    decided: (decisionId: string, queue = "") =>
      `/coordinator/review${query(withMore(queue, { decided: decisionId }))}`,
    /** The same after it was to be taken back: what became of that, or why not. */
    undone: (decisionId: string, queue: string, problem?: string) =>
      `/coordinator/review${query(withMore(queue, { decided: decisionId, ...(problem && { problem }) }))}`,
    /** Several listings in one stroke. */
    decisions: () => "/coordinator/review/decisions",
    reversal: (decisionId: string) => `/coordinator/review/decisions/${decisionId}/reversal`,
    hold: (listingId: string) => `/coordinator/review/${listingId}/hold`,
    assignment: (listingId: string) => `/coordinator/review/${listingId}/assignment`,
    views: () => "/coordinator/review/views",
    view: (viewId: string) => `/coordinator/review/views/${viewId}`,
    viewRemoval: (viewId: string) => `/coordinator/review/views/${viewId}/removal`,
    templates: () => "/coordinator/review/templates",
    template: (templateId: string) => `/coordinator/review/templates/${templateId}`,
    templateRemoval: (templateId: string) => `/coordinator/review/templates/${templateId}/removal`,
    /** The listing's page after a change, which it tells of. */
    changed: (listingId: string, now: string) => `/coordinator/review/${listingId}?now=${now}`,
    approval: (listingId: string) => `/coordinator/review/${listingId}/approval`,
    changeRequest: (listingId: string) => `/coordinator/review/${listingId}/change-request`,
    decline: (listingId: string) => `/coordinator/review/${listingId}/decline`,
    /** What the district adds for readers, after a change told of by `answer`. */
    forReaders: (listingId: string, answer?: string) => `/coordinator/review/${listingId}/readers${answerOf(answer)}`,
    featured: (listingId: string) => `/coordinator/featured/${listingId}`,
    frontPage: (answer?: string) => `/coordinator/front-page${answerOf(answer)}`,
    /** With what the addresses of their pages begin; no page. */
    collections: () => "/coordinator/collections",
    newCollection: () => "/coordinator/collections/new",
    collection: (id: string, answer?: string) => `/coordinator/collections/${id}${answerOf(answer)}`,
    collectionText: (id: string) => `/coordinator/collections/${id}/text`,
    collectionDeletion: (id: string) => `/coordinator/collections/${id}/deletion`,
    collectionPlace: (id: string) => `/coordinator/collections/${id}/place`,
    collectionPublication: (id: string) => `/coordinator/collections/${id}/publication`,
    collectionListing: (id: string, listingId: string) => `/coordinator/collections/${id}/listings/${listingId}`,
    curation: (listingId: string) => `/coordinator/review/${listingId}/curation`,
    suspension: (listingId: string) => `/coordinator/review/${listingId}/suspension`,
    restoration: (listingId: string) => `/coordinator/review/${listingId}/restoration`,
    closure: (listingId: string) => `/coordinator/review/${listingId}/closure`,
    reopening: (listingId: string) => `/coordinator/review/${listingId}/reopening`,
    confirmation: (listingId: string) => `/coordinator/review/${listingId}/confirmation`,
    /** For which partner to enter a listing, and one the district does not know yet. */
    entries: (q?: string) => `/coordinator/entries${query(q && new URLSearchParams({ q }))}`,
    newEntryPartner: (q?: string) => `/coordinator/entries/partner${query(q && new URLSearchParams({ q }))}`,
    entry: (partnershipId: string) => `/coordinator/partnerships/${partnershipId}/entry`,
    /** Of what was entered, until its partner claims it. */
    correction: (listingId: string) => `/coordinator/review/${listingId}/entry`,
    claimRequest: (listingId: string) => `/coordinator/review/${listingId}/claim-request`,
    coverage: () => "/coordinator/coverage",
    reports: (params?: URLSearchParams | string) => `/coordinator/reports${query(params)}`,
    /** What readers said of a listing. */
    reported: (listingId: string) => `/coordinator/reports/${listingId}`,
    partnerships: (params?: URLSearchParams | string) => `/coordinator/partnerships${query(params)}`,
    partnership: (partnershipId: string) => `/coordinator/partnerships/${partnershipId}`,
    partnershipApproval: (partnershipId: string) => `/coordinator/partnerships/${partnershipId}/approval`,
    partnershipDecline: (partnershipId: string) => `/coordinator/partnerships/${partnershipId}/decline`,
    partnershipSuspension: (partnershipId: string) => `/coordinator/partnerships/${partnershipId}/suspension`,
    membership: (requestId: string) => `/coordinator/memberships/${requestId}`,
    familyLinks: () => "/coordinator/family-links",
    familyConfirmation: (guardianshipId: string) => `/coordinator/family-links/${guardianshipId}/confirmation`,
    familyEnd: (guardianshipId: string) => `/coordinator/family-links/${guardianshipId}/end`,
    providers: () => "/coordinator/sign-in-providers",
    newProvider: () => "/coordinator/sign-in-providers/new",
    provider: (id: string) => `/coordinator/sign-in-providers/${id}`,
    providerPause: (id: string) => `/coordinator/sign-in-providers/${id}/pause`,
    imports: () => "/coordinator/imports",
    newImport: () => "/coordinator/imports/new",
    import: (importId: string) => `/coordinator/imports/${importId}`,
    undoing: (importId: string) => `/coordinator/imports/${importId}/undoing`,
    settings: settingsPaths,
    embed: embedDeskPaths,
    editions: editionDeskPaths,
    translations: translationPaths,
    export: () => "/coordinator/export",
    archive: () => "/coordinator/export/archive",
    log: (params?: URLSearchParams | string) => `/coordinator/log${query(params)}`,
  },
  vetting: vettingPaths,
} as const;
