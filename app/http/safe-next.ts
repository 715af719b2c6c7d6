/** A path of this site, or null: what a link asks us to open after signing in must not lead elsewhere. */
export function safeNext(next: string | null | undefined): string | null {
  if (!next?.startsWith("/") || next.length > 2000) return null;
  try {
    const here = "http://this-site.invalid";
    const url = new URL(next, here);
    return url.origin === here && !/^\/[/\\]/.test(url.pathname) ? url.pathname + url.search + url.hash : null;
  } catch {
    return null;
  }
}
