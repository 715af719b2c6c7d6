/**
 * Whether a request that changes something came from this site's own pages. Browsers say so in `Sec-Fetch-Site`, and
 * older ones in `Origin`; a request with neither is no form of ours. Both are believed only when they agree. `formsFrom`:
 * the origin of the pages that are shown under the name this was sent to.
 */
export function isOwnForm(headers: Headers, formsFrom: string): boolean {
  const site = headers.get("sec-fetch-site");
  const from = headers.get("origin");
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  // A reload after the browser was restarted says `none`: then, as without the header, the origin decides.
  if (from === null) return site === "same-origin";
  return from === formsFrom;
}
