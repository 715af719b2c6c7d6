/**
 * What a published listing is searched by. Only what readers may see goes in: no contact, nothing about a learner.
 * Words of the closed lists come from outside, in every language of the site, since a reader may search in either.
 */
import { endOfDay } from "../districts/zone.ts";
import type { Stage } from "../opportunities/kinds.ts";
import { openGrades } from "../opportunities/eligibility.ts";
import type { OpportunityContent } from "../opportunities/opportunity.ts";
import type { Sector } from "../organizations/sectors.ts";
import type { Listing } from "./lifecycle.ts";
import { takesPlace } from "./takes-place.ts";
import { weekTimes } from "./week-times.ts";

/** Of a listing that is published: its text, whose it is, and what its codes are called. */
export interface ListingFacts {
  listing: Pick<Listing, "id" | "version" | "districtId" | "labels" | "closesOn" | "onlyGrades"> & {
    publishedAt: Date;
  };
  content: OpportunityContent;
  organization: { id: string; name: string; sector: Sector };
  timeZone: string;
  /** The district's pathways it belongs to. */
  pathways: { slug: string; name: string; nameEs: string }[];
  /** What the district says of its kind: its names in either language, its stage, whether it counts for 5S3. */
  kindSetting: { names: string[]; stage: Stage; counts5s3: boolean };
  /** Its sub-clusters, each with its cluster's code and all their names. */
  subClusters: { code: string; clusterCode: string; names: string[] }[];
}

/** The plain words of what is otherwise a code: `kind` "ServiceLearning" → "Service learning", "Aprender sirviendo". */
export type CodeWords = (group: "kind" | "pay" | "setting" | "when" | "sector", code: string) => string[];

export function searchDocument({ listing, content, organization, ...facts }: ListingFacts, wordsOf: CodeWords) {
  const kind = content.kind ?? "Other";
  const setting = content.setting ?? "on_site";
  const pay = [...(content.pay ? [content.pay] : []), ...(content.earnsCredit ? ["credit"] : [])];
  const when = takesPlace(content);
  const { cost, clearance, serviceHours, earnsCredit } = content;
  const { stage, counts5s3 } = facts.kindSetting;
  const { latitude, longitude } = content;
  return {
    id: listing.id,
    version: listing.version,
    districtId: listing.districtId,
    title: content.title,
    organization: organization.name,
    organizationId: organization.id,
    // What was written in Spanish too is found by either.
    summary: joined([content.summary, content.summaryEs]),
    body: joined([
      ...[content.description, content.tasks, content.requirements, content.city],
      ...[content.descriptionEs, content.requirementsEs],
    ]),
    keywords: unique([
      content.titleEs ?? "",
      ...content.skills,
      ...listing.labels,
      ...facts.subClusters.flatMap(({ names }) => names),
      ...facts.pathways.flatMap(({ name, nameEs }) => [name, nameEs]),
      ...facts.kindSetting.names,
      ...wordsOf("kind", kind),
      ...pay.flatMap((code) => wordsOf("pay", code)),
      ...when.flatMap((code) => wordsOf("when", code)),
      ...wordsOf("sector", organization.sector),
      ...(setting === "on_site" ? [] : wordsOf("setting", setting)),
    ]),
    kind,
    stage,
    sector: organization.sector,
    clusters: unique(facts.subClusters.map(({ clusterCode }) => clusterCode)),
    subClusters: facts.subClusters.map(({ code }) => code),
    pathways: facts.pathways.map(({ slug }) => slug),
    labels: listing.labels,
    pay,
    cost: cost === "free" ? cost : null,
    clearance: clearance === "none" ? clearance : null,
    counts: [earnsCredit && "credit", serviceHours && "service_hours", counts5s3 && "work_based"].filter(
      (is) => is !== false,
    ),
    when,
    ...weekTimes(content),
    grades: openGrades(content, listing.onlyGrades),
    setting,
    transport: content.transport,
    languages: content.languages,
    access: content.access,
    point: latitude === null || longitude === null ? null : { latitude, longitude },
    publishedAt: seconds(listing.publishedAt),
    closesAt: listing.closesOn ? seconds(endOfDay(listing.closesOn, facts.timeZone)) : null,
  };
}

const joined = (texts: (string | null | undefined)[]) => texts.filter(Boolean).join("\n");
const unique = (words: string[]) => [...new Set(words.filter(Boolean))];
const seconds = (instant: Date) => Math.floor(instant.getTime() / 1000);
