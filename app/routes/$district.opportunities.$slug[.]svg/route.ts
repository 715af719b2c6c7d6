import type { LoaderFunctionArgs } from "@remix-run/node";
import { codeOfListing } from "#app/domain/printing/short-links.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { listingFileAsked } from "#app/http/listing-file.server.ts";
import { publicPage } from "#app/http/public-page.ts";
import { readShortAddress } from "#app/http/short-address.server.ts";
import { QUIET } from "#app/publishing/paper/qr-code.server.ts";

/** The QR code of a listing's short address, for its card on a printed list: no screen asks for it. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { district, listing } = await listingFileAsked(args);
  const code = await readShortAddress(context, codeOfListing(context.db, district.id, listing.id));
  if (!code) throw notFound();
  const side = code.size + 2 * QUIET;
  const box = `${-QUIET} ${-QUIET} ${side} ${side}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}"><path fill="#fff" d="M${-QUIET} ${-QUIET}h${side}v${side}h-${side}z"/><path d="${code.path}"/></svg>`;
  return new Response(svg, { headers: { "Content-Type": "image/svg+xml", ...publicPage() } });
}
