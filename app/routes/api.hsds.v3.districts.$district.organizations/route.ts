import type { LoaderFunctionArgs } from "@remix-run/node";
import { readLiveList } from "#app/domain/editions/published-list.server.ts";
import { jsonAnswer } from "#app/http/api/answer.server.ts";
import { districtAsked, questionAsked } from "#app/http/api/answering.server.ts";
import { hsdsPage, onPage, readHsdsPage } from "#app/http/api/hsds-pages.ts";
import { hsdsOrganization, hsdsService } from "#app/publishing/hsds/service.server.ts";

/** A page of the organizations with something on the list, by id; `full`: with their services. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, now, origin } = args.context;
  const asked = questionAsked(args, readHsdsPage);
  const list = await readLiveList(db, await districtAsked(args), now);
  const all = [...new Map(list.entries.map(({ organization }) => [organization.id, organization])).values()];
  const sorted = all.sort((a, b) => (a.id < b.id ? -1 : 1));
  const contents = onPage(sorted, asked).map((organization) => {
    const own = asked.isFull ? list.entries.filter((entry) => entry.organization.id === organization.id) : [];
    const services = own.map((entry) => {
      const { organization: _itself, ...service } = hsdsService(list, entry, origin);
      return service;
    });
    return { ...hsdsOrganization(organization), ...(asked.isFull && { services }) };
  });
  return jsonAnswer(hsdsPage(asked, all.length, contents));
}
