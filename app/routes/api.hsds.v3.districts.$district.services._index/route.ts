import type { LoaderFunctionArgs } from "@remix-run/node";
import { readLiveList } from "#app/domain/editions/published-list.server.ts";
import { listDates } from "#app/domain/listings/published.server.ts";
import { jsonAnswer } from "#app/http/api/answer.server.ts";
import { districtAsked, questionAsked } from "#app/http/api/answering.server.ts";
import { hsdsPage, onPage, readHsdsPage } from "#app/http/api/hsds-pages.ts";
import { fullHsdsService, hsdsService } from "#app/publishing/hsds/service.server.ts";

/** A page of the list as HSDS services, by id: an order nothing on the list moves. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, now, origin } = args.context;
  const asked = questionAsked(args, readHsdsPage);
  const district = await districtAsked(args);
  const order = [...(await listDates(db, district, now)).keys()].sort();
  const list = await readLiveList(db, district, now, onPage(order, asked));
  const written = asked.isFull ? fullHsdsService : hsdsService;
  const contents = list.entries.map((entry) => written(list, entry, origin)).sort((a, b) => (a.id < b.id ? -1 : 1));
  return jsonAnswer(hsdsPage(asked, order.length, contents));
}
