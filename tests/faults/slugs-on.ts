/** The listings a page links to or names, by their addresses, in either language and in feeds and suggestions. */
export function slugsOn(text: string, district: string): Set<string> {
  const addresses = text.matchAll(new RegExp(`/${district}/opportunities/([a-z0-9-]+)`, "g"));
  return new Set([...addresses].map(([, slug]) => slug ?? ""));
}
