import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDistrict, type District } from "#app/domain/districts/districts.server.ts";
import { findOwnWords } from "#app/domain/districts/own-words.server.ts";
import type { Context, Person } from "#app/domain/context.ts";
import { readFilterNames } from "#app/domain/listings/filter-names.server.ts";
import { getSearch } from "#app/domain/saved/searches.server.ts";
import type { Follows } from "#app/domain/saved/searches.ts";
import { searchInWords } from "#app/i18n/search-in-words.ts";
import { translator } from "#app/i18n/translator.ts";
import { idParam, notFound } from "./id-param.ts";
import type { RequestContext } from "./load-context.ts";

/** Says searches of a district's list in the reader's language and the district's own words, each on one line. */
export async function searchSayer(
  { db, locale, now }: Pick<RequestContext, "db" | "locale" | "now">,
  district: District,
): Promise<(query: string, follows?: Follows) => string> {
  const [names, words] = await Promise.all([readFilterNames(db, district, now), findOwnWords(db, district, locale)]);
  const t = translator(locale, words);
  return (query, follows = "search") =>
    follows === "editions" ? t("editions:following.what") : searchInWords(t, locale, query, names).join(" · ");
}

/** The person's own search that the address names, and how it reads. */
export async function readOwnSearch(args: LoaderFunctionArgs, ctx: Context<Person>) {
  const search = await getSearch(ctx, idParam(args.params, "searchId"));
  if (!search) throw notFound();
  const say = await searchSayer(args.context, (await getDistrict(ctx.db, search.districtId))!);
  return { ...search, said: say(search.query, search.follows) };
}
