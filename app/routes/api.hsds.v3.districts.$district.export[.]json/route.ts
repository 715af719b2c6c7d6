import type { LoaderFunctionArgs } from "@remix-run/node";
import { localDate } from "#app/domain/districts/zone.ts";
import { liveListOf, readListNames } from "#app/domain/editions/published-list.server.ts";
import { listDates, listPublished } from "#app/domain/listings/published.server.ts";
import { JSON_TYPE } from "#app/http/api/answer.server.ts";
import { districtAsked, nothingAsked } from "#app/http/api/answering.server.ts";
import { hsdsEnvelope } from "#app/http/api/hsds-pages.ts";
import { streamed } from "#app/http/streamed.ts";
import { fullHsdsService } from "#app/publishing/hsds/service.server.ts";

const AT_ONCE = 200;

/** The whole list as one page of HSDS services with everything below them, sent while it is read. */
export async function loader(args: LoaderFunctionArgs) {
  nothingAsked(args);
  const { db, now, origin } = args.context;
  const district = await districtAsked(args);
  const [dates, names] = await Promise.all([listDates(db, district, now), readListNames(db, district)]);
  const ids = [...dates.keys()].sort();
  const asOf = localDate(now, district.timeZone);
  async function* text() {
    const head = JSON.stringify(hsdsEnvelope({ page: 1, size: Math.max(1, ids.length) }, ids.length, ids.length));
    yield `${head.slice(0, -1)},"contents":[`;
    let between = "";
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const entries = await listPublished(db, district, ids.slice(at, at + AT_ONCE), now);
      const list = liveListOf(names, entries, now);
      const services = entries.map((entry) => JSON.stringify(fullHsdsService(list, entry, origin)));
      for (const service of services) {
        yield between + service;
        between = ",";
      }
    }
    yield "]}";
  }
  const file = `attachment; filename="${district.slug}-hsds-${asOf}.json"`;
  return new Response(streamed(text()), {
    headers: { "Content-Type": JSON_TYPE, "Content-Disposition": file, "Cache-Control": "no-store" },
  });
}
