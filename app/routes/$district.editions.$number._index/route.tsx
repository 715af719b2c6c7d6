import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { noteIn, titleIn } from "#app/domain/editions/published-list.ts";
import { listPublishedEditions } from "#app/domain/editions/read-edition.server.ts";
import { readEditionPage } from "#app/domain/editions/read-parts.server.ts";
import { listDates } from "#app/domain/listings/published.server.ts";
import { codeOfEdition } from "#app/domain/printing/short-links.server.ts";
import { editionNumber, editionPageAsked } from "#app/http/edition-number.ts";
import { notFound } from "#app/http/id-param.ts";
import { headTags, pageHead } from "#app/http/page-head.ts";
import { paths } from "#app/http/paths.ts";
import { publicPage } from "#app/http/public-page.ts";
import { readShortAddress } from "#app/http/short-address.server.ts";
import { nameIn } from "#app/i18n/name-in.ts";
import { translator } from "#app/i18n/translator.ts";
import { NoEdition } from "#app/ui/editions/no-edition.tsx";
import { dateInWords } from "#app/ui/listing-words.ts";
import { drawEntry } from "./draw-entries.server.tsx";
import { EditionPage } from "./edition-page.tsx";

export const headers = publicPage;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }, ...headTags(data?.head)];

/** What the list was on the day it was published: the frozen copy alone, but for what has left the list since. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, now, locale } = context;
  const district = await getDistrictBySlug(db, params.district ?? "");
  if (!district) throw notFound();
  const number = editionNumber(params);
  const t = translator(locale);
  const asked = editionPageAsked(new URL(request.url).searchParams);
  const read = await readEditionPage(db, district, number, asked);
  const edition = read?.list.edition;
  if (!edition)
    return data({ title: t("editions:missing.title"), slug: district.slug, page: null, head: null }, { status: 404 });
  const { list, contents, parts, page, pages } = read;
  if (page !== asked) throw redirect(paths.edition(locale, district.slug, number, page));
  const [there, editions, short] = await Promise.all([
    listDates(db, district, now),
    listPublishedEditions(db, district.id),
    readShortAddress(context, codeOfEdition(db, district.id, number)),
  ]);
  const words = list.words[locale];
  const { asOf } = list;
  const title = titleIn(locale, edition).text;
  const note = noteIn(locale, edition);
  return data({
    title: t("editions:document_title", { number, title, district: district.name }),
    slug: district.slug,
    head: pageHead(context, {
      title: t("editions:named", { number, title }),
      about: t("editions:page.lede", { date: dateInWords(locale, asOf) }),
      ...{ district, card: paths.editionCard(locale, district.slug, number) },
      at: (each) => paths.edition(each, district.slug, number, page),
    }),
    page: {
      ...{ number, title, asOf, page, pages, short },
      note: note?.text ?? null,
      isNoteForeign: note?.lang !== undefined,
      summary: editions.find((each) => each.number === number)?.summary ?? null,
      newest: editions[0]?.number ?? number,
      contents: contents.map(({ topic, ...each }) => ({ ...each, name: topic && nameIn(locale, topic) })),
      sections: parts.map(({ entries, ...part }) => ({
        ...part,
        html: entries.map((entry) => drawEntry(list, entry, { locale, words, isOver: !there.has(entry.id) })).join(""),
      })),
    },
  });
}

export default function EditionRoute() {
  const { slug, page } = useLoaderData<typeof loader>();
  return page ? <EditionPage district={slug} {...page} /> : <NoEdition district={slug} />;
}
