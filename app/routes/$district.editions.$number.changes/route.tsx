import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { titleIn } from "#app/domain/editions/published-list.ts";
import { listPublishedEditions } from "#app/domain/editions/read-edition.server.ts";
import { editionAsked, editionNumber, editionPageAsked } from "#app/http/edition-number.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { publicPage } from "#app/http/public-page.ts";
import { translator } from "#app/i18n/translator.ts";
import { NoEdition } from "#app/ui/editions/no-edition.tsx";
import { ChangesPage } from "./changes-page.tsx";
import { readChanges } from "./changes.server.ts";

export const headers = publicPage;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Any two editions beside each other, the earlier one first; left out, `since` is the one before. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, locale } = context;
  const district = await getDistrictBySlug(db, params.district ?? "");
  if (!district) throw notFound();
  const number = editionNumber(params);
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get("since");
  const other = asked === null ? Math.max(1, number - 1) : editionAsked(asked);
  const editions = await listPublishedEditions(db, district.id);
  const t = translator(locale);
  const isKnown = (each: number | null) => editions.some((edition) => edition.number === each);
  if (other === null || !isKnown(number) || !isKnown(other))
    return data({ title: t("editions:missing.title"), slug: district.slug, page: null }, { status: 404 });
  const [since, until] = [Math.min(number, other), Math.max(number, other)];
  const page = editionPageAsked(searchParams);
  const read = await readChanges(context, district, { since, until, page });
  if (read.page !== page)
    throw redirect(paths.editionChanges(locale, district.slug, number, { since: other, page: read.page }));
  const title = t("editions:changes.title", { since, number: until });
  return data({
    title: t("listing:document_title", { title, district: district.name }),
    slug: district.slug,
    page: {
      ...{ title, number, since, until, other },
      editions: editions.map((each) => ({
        number: each.number,
        title: titleIn(locale, each).text,
      })),
      ...read,
    },
  });
}

export default function Changes() {
  const { slug, page } = useLoaderData<typeof loader>();
  return page ? <ChangesPage district={slug} {...page} /> : <NoEdition district={slug} />;
}
