/** The pages of the demo, by whose eyes look at them. */
import { POLICY } from "#app/auth/policy.ts";

/** Without an account. */
export const PUBLIC = [
  "/",
  "/riverbend",
  "/riverbend/opportunities",
  "/riverbend/opportunities?q=bike&where=61201&kind=PaidInternship",
  "/riverbend/opportunities?q=nothing+has+these+words",
  "/es/riverbend/opportunities",
  "/riverbend/interests",
  "/riverbend/matches?grade=10&where=61201",
  "/riverbend/pathways",
  "/riverbend/pathways/health-careers",
  "/es/riverbend/pathways/health-careers",
  "/riverbend/clusters/010200",
  "/riverbend/how-it-works",
  "/es/riverbend/parents",
  "/riverbend/accessibility",
  "/riverbend/saved",
  "/riverbend/compare",
  "/riverbend/partners",
  "/riverbend/editions",
  "/riverbend/editions/1",
  "/riverbend/editions/2/changes",
  "/embed/riverbend",
  "/sign-in",
  "/sign-in/link",
  "/sign-in/code",
  "/reset-password",
  "/join",
  "/join/partner",
  "/join/student",
  "/es/join/parent",
  "/privacy",
  "/dev/mail",
  "/verify/used-long-ago",
  "/riverbend/opportunities/no-such-listing",
];
/** Whose eyes look at the pages of an audience; where a page's address says nothing, a search of it does. */
export const EYES = {
  partner: "grace",
  coordinator: "dana",
  admin: "ines",
  person: "leo",
  student: "leo",
  operator: "joan",
} as const;
const MORE: Partial<Record<keyof typeof EYES, string[]>> = {
  coordinator: [
    "/coordinator/review?view=cards",
    "/coordinator/review?show=published",
    "/coordinator/reports?show=all",
  ],
  partner: ["/join/organization?q=park"],
};
/** Answers of a program, or there only after something was done. */
const NO_PAGES =
  /^(account\.security\.app_\.removal|account\.menu|join\.organization\.asked|.*\.(download|archive|table))$/;

/** Every page of an audience whose address names nothing: what the policy does not know is not built. */
export const pagesOf = (audience: keyof typeof EYES) => [
  ...Object.entries(POLICY)
    .filter(([route, { loader }]) => loader === audience && !route.includes("$") && !NO_PAGES.test(route))
    .map(
      ([route]) =>
        `/${route
          .replace(/\._index$/, "")
          .replaceAll("_.", ".")
          .replaceAll(".", "/")}`,
    )
    .filter((address, at, all) => all.indexOf(address) === at),
  ...(MORE[audience] ?? []),
];
