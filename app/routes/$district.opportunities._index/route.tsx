import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { feedLinks } from "#app/http/feed-links.ts";
import { headTags, pageHead } from "#app/http/page-head.ts";
import { paths } from "#app/http/paths.ts";
import { publicPage } from "#app/http/public-page.ts";
import { translator } from "#app/i18n/translator.ts";
import { keptQuery, readQuery } from "#app/search/query.ts";
import { ListPage, type ListPageProps } from "./list-page.tsx";
import { readList } from "./list.server.ts";

export const headers = publicPage;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  ...headTags(data?.head),
  ...(data?.feeds ?? []),
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const district = await getDistrictBySlug(context.db, params.district ?? "");
  if (!district) throw new Response(null, { status: 404 });
  const list = await readList(context, district, new URL(request.url).searchParams);
  const { locale } = context;
  const t = translator(locale);
  const { words } = list;
  const title = words
    ? t("list:document_title_words", { words, district: district.name })
    : t("list:document_title", { district: district.name });
  const kept = keptQuery(readQuery(list.params));
  const feeds = feedLinks(t("saved:feed_title", { district: district.name }), (format) =>
    paths.feed(locale, district.slug, format, kept),
  );
  const head = pageHead(context, {
    ...{ title, about: null, district },
    at: (each) => paths.list(each, district.slug, list.params),
  });
  return { title, head, feeds, list: { ...list, params: list.params.toString() } };
}

export default function List() {
  const { list } = useLoaderData<typeof loader>();
  const props: ListPageProps = { ...list, params: new URLSearchParams(list.params) };
  return <ListPage {...props} />;
}
