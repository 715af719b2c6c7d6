import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { noteIn, sectionsOf, titleIn } from "#app/domain/editions/published-list.ts";
import { listPublishedEditions, readEdition } from "#app/domain/editions/read-edition.server.ts";
import { listDates } from "#app/domain/listings/published.server.ts";
import { editionNumber } from "#app/http/edition-number.ts";
import { notFound } from "#app/http/id-param.ts";
import { headTags, pageHead } from "#app/http/page-head.ts";
import { paths } from "#app/http/paths.ts";
import { publicPage } from "#app/http/public-page.ts";
import { nameIn } from "#app/i18n/name-in.ts";
import { translator } from "#app/i18n/translator.ts";
import { NoEdition } from "#app/ui/editions/no-edition.tsx";
import { dateInWords } from "#app/ui/listing-words.ts";
import { drawEntry } from "./draw-entries.server.tsx";
import { EditionPage } from "./edition-page.tsx";

export const headers = publicPage;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }, ...headTags(data?.head)];

/** What the list was on the day it was published: the frozen copy alone, but for what has left the list since. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, now, locale } = context;
  const district = await getDistrictBySlug(db, params.district ?? "");
  if (!district) throw notFound();
  const number = editionNumber(params);
  const t = translator(locale);
  const list = await readEdition(db, district, number);
  if (!list?.edition)
    return data({ title: t("editions:missing.title"), slug: district.slug, page: null, head: null }, { status: 404 });
  const [there, editions] = await Promise.all([listDates(db, district, now), listPublishedEditions(db, district.id)]);
  const words = list.words[locale];
  const { edition, asOf } = list;
  const title = titleIn(locale, edition).text;
  const note = noteIn(locale, edition);
  return data({
    title: t("editions:document_title", { number, title, district: district.name }),
    slug: district.slug,
    head: pageHead(context, {
      title: t("editions:named", { number, title }),
      about: t("editions:page.lede", { date: dateInWords(locale, asOf) }),
      ...{ district, card: paths.editionCard(locale, district.slug, number) },
      at: (each) => paths.edition(each, district.slug, number),
    }),
    page: {
      ...{ number, title, asOf },
      note: note?.text ?? null,
      isNoteForeign: note?.lang !== undefined,
      summary: editions.find((each) => each.number === number)?.summary ?? null,
      newest: editions[0]?.number ?? number,
      sections: sectionsOf(list).map(({ pathway, entries }) => ({
        name: pathway && nameIn(locale, pathway),
        count: entries.length,
        html: entries.map((entry) => drawEntry(list, entry, { locale, words, isOver: !there.has(entry.id) })).join(""),
      })),
    },
  });
}

export default function EditionRoute() {
  const { slug, page } = useLoaderData<typeof loader>();
  return page ? <EditionPage district={slug} {...page} /> : <NoEdition district={slug} />;
}
