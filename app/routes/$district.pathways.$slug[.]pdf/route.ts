import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { readLiveList } from "#app/domain/editions/published-list.server.ts";
import { codeOfPathway } from "#app/domain/printing/short-links.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { publicPage } from "#app/http/public-page.ts";
import { printPathwayFlyer } from "#app/publishing/paper/flyer.server.ts";

/** What of the list serves a pathway, as one page for a pin board. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, now, locale, origin } = context;
  const district = await getDistrictBySlug(db, params.district ?? "");
  const list = district && (await readLiveList(db, district, now));
  const pathway = list?.pathways.find(({ slug }) => slug === params.slug);
  if (!district || !list || !pathway) throw notFound();
  const code = await codeOfPathway(db, district.id, pathway.id);
  const page = code ? paths.shortLink(locale, code) : paths.pathway(locale, district.slug, pathway.slug);
  const order = { list, locale, origin, codes: new Map<string, string>(), madeAt: now };
  const flyer = printPathwayFlyer(order, pathway, origin + page);
  return new Response(Buffer.from(flyer), { headers: { "Content-Type": "application/pdf", ...publicPage() } });
}
