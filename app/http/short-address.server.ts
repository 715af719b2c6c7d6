import { shortAddress } from "#app/publishing/paper/entry.ts";
import { qrModules } from "#app/publishing/paper/qr-code.server.ts";
import type { ShownAddress } from "#app/ui/short-address.tsx";
import type { RequestContext } from "./load-context.ts";
import { paths } from "./paths.ts";

/** A short address and its QR code, to be shown. Null when none can be made now: the page does without. */
export async function readShortAddress(
  { locale, origin, log }: Pick<RequestContext, "locale" | "origin" | "log">,
  making: Promise<string | null>,
): Promise<ShownAddress | null> {
  const code = await making.catch((error: unknown) => {
    log.warn({ why: error instanceof Error ? error.name : "unknown" }, "no short address made");
    return null;
  });
  if (!code) return null;
  const { url, shown } = shortAddress(origin + paths.shortLink(locale, code));
  const { size, runs } = qrModules(url);
  return { url, shown, size, path: runs.map(({ x, y, length }) => `M${x} ${y}h${length}v1h-${length}z`).join("") };
}
