import type { LoaderFunctionArgs } from "@remix-run/node";
import { listPartners } from "#app/domain/organizations/public-partners.server.ts";
import { jsonAnswer } from "#app/http/api/answer.server.ts";
import { districtAsked, questionAsked } from "#app/http/api/answering.server.ts";
import { pageOf } from "#app/http/api/cursor.server.ts";
import { readPageAlone, writePage } from "#app/http/api/list-question.ts";
import { paths } from "#app/http/paths.ts";
import { problem } from "#app/http/api/problem.ts";

/** The partners a district has today, by name: what its page of partners says of them. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, origin, now } = args.context;
  const asked = questionAsked(args, readPageAlone);
  const district = await districtAsked(args);
  const { slug } = district;
  const partners = await listPartners(db, district, now);
  const order = partners.map(({ id }) => ({ id, key: null }));
  const page = pageOf(order, { ...asked, question: `${district.id} organizations` });
  if (!page) throw problem(origin, "bad_cursor", { parameter: "cursor" });
  const onPage = new Set(page.ids);
  const data = partners
    .filter(({ id }) => onPage.has(id))
    .map(({ id, name, sector, count }) => ({
      ...{ id, name, sector },
      url: origin + paths.publicPartner("en", slug, id),
      listings: count,
      listings_url: origin + paths.api.listings(slug, new URLSearchParams({ organization: id })),
    }));
  const next = page.next && origin + paths.api.organizations(slug, writePage({ ...asked, cursor: page.next }));
  return jsonAnswer({ data, total: partners.length, next }, { next });
}
