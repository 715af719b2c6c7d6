import type { District } from "#app/domain/districts/districts.server.ts";
import { codesOfListings } from "#app/domain/printing/short-links.server.ts";
import { shortAddress } from "#app/publishing/paper/entry.ts";
import { qrModules } from "#app/publishing/paper/qr-code.server.ts";
import type { ShownAddress } from "#app/ui/short-address.tsx";
import type { RequestContext } from "./load-context.ts";
import { paths } from "./paths.ts";

/** A listing's short address and its code. Null when none can be made now: the page does without. */
export async function readShortAddress(
  { db, locale, origin, log }: Pick<RequestContext, "db" | "locale" | "origin" | "log">,
  district: District,
  listingId: string,
): Promise<ShownAddress | null> {
  const codes = await codesOfListings(db, district.id, [listingId]).catch((error: unknown) => {
    log.warn({ why: error instanceof Error ? error.name : "unknown" }, "no short address made");
    return new Map<string, string>();
  });
  const code = codes.get(listingId);
  if (!code) return null;
  const { url, shown } = shortAddress(origin + paths.shortLink(locale, code));
  const { size, runs } = qrModules(url);
  return { url, shown, size, path: runs.map(({ x, y, length }) => `M${x} ${y}h${length}v1h-${length}z`).join("") };
}
