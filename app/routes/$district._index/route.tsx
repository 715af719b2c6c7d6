import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { headTags, pageHead } from "#app/http/page-head.ts";
import { paths } from "#app/http/paths.ts";
import { publicPage } from "#app/http/public-page.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.ts";
import { Front } from "./front.tsx";
import { readFront } from "./front.server.ts";

export const headers = publicPage;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.description },
  ...headTags(data?.head),
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const district = await getDistrictBySlug(context.db, params.district ?? "");
  if (!district) throw new Response(null, { status: 404 });
  const t = translator(context.locale);
  const { slug, name } = district;
  const [title, description] = [t("list:front_title", { district: name }), t("list:hero.lede", { district: name })];
  const at = (locale: Locale) => paths.district(locale, slug);
  return {
    ...{ title, description },
    head: pageHead(context, {
      title: name,
      about: description,
      district,
      at,
    }),
    front: await readFront(context, district),
  };
}

export default function FrontRoute() {
  return <Front {...useLoaderData<typeof loader>().front} />;
}
