/**
 * Whom a district may let its people sign in with. The server asks an issuer at the address that stands here, so an
 * admin chooses among known ones and never types a host: others are named by who runs the platform (`OIDC_ISSUERS`).
 */
export const PROVIDER_KINDS = ["google", "microsoft", "clever", "classlink", "other"] as const;
export type ProviderKind = (typeof PROVIDER_KINDS)[number];

/** By kind; `{tenant}` is the district's own directory id. */
export const ISSUERS = {
  google: "https://accounts.google.com",
  microsoft: "https://login.microsoftonline.com/{tenant}/v2.0",
  clever: "https://clever.com",
  classlink: "https://launchpad.classlink.com",
} as const satisfies Record<Exclude<ProviderKind, "other">, string>;

/** Not `common` or `organizations`, which anyone's directory answers for. */
const TENANT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The issuer's address of a kind. `detail` is Microsoft's directory id, or the address of one of `others`; null when
 * it is not allowed.
 */
export function issuerOf(kind: ProviderKind, detail: string, others: readonly string[]): string | null {
  const typed = detail.trim();
  if (kind === "other") return others.includes(typed) ? typed : null;
  if (kind !== "microsoft") return ISSUERS[kind];
  return TENANT.test(typed.toLowerCase()) ? ISSUERS.microsoft.replace("{tenant}", typed.toLowerCase()) : null;
}

/** What `issuerOf` made it of, to show it in the form again. */
export const detailOf = (kind: ProviderKind, issuer: string): string => {
  if (kind === "other") return issuer;
  return kind === "microsoft" ? (issuer.split("/")[3] ?? "") : "";
};

/** Asked again before each request to it: what was allowed once may not be any more. */
export const isAllowedIssuer = (kind: ProviderKind, issuer: string, others: readonly string[]): boolean =>
  issuerOf(kind, detailOf(kind, issuer), others) === issuer;
