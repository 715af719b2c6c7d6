import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDistrictBySlug, type District } from "#app/domain/districts/districts.server.ts";
import type { QueryProblem } from "#app/search/query-problems.ts";
import { readNothing, type Asked } from "./list-question.ts";
import { problem } from "./problem.ts";

type Args = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

/** The district an address names. */
export async function districtAsked({ params, context }: Args): Promise<District> {
  const slug = params.district ?? "";
  const district = await getDistrictBySlug(context.db, slug);
  if (!district) throw problem(context.origin, "not_found", { detail: `No district is called "${slug}".` });
  return district;
}

/** What the address asks, by `read`; what it cannot be asked ends the request. */
export function questionAsked<T>({ request, context }: Args, read: (params: URLSearchParams) => Asked<T>): T {
  const asked = read(new URL(request.url).searchParams);
  if (!asked.ok) throw refusal(context.origin, asked.problem);
  return asked.value;
}

export const nothingAsked = (args: Args) => questionAsked(args, readNothing);

const DETAILS: Record<QueryProblem["why"], string> = {
  unknown_parameter: "is no parameter of this address.",
  unknown_value: "does not take that value; the OpenAPI document lists what it takes.",
  given_twice: "may be given once.",
  too_long: "is longer than allowed.",
  too_many: "has more values than allowed.",
  needs_place: "needs `where`, a place to be near to.",
};

export const refusal = (origin: string, { parameter, why }: QueryProblem) =>
  problem(origin, why, { parameter, detail: `\`${parameter}\` ${DETAILS[why]}` });
