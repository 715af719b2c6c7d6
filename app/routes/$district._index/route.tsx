import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { publicPage } from "#app/http/public-page.ts";
import { translator } from "#app/i18n/translator.ts";
import { Front } from "./front.tsx";
import { readFront } from "./front.server.ts";

export const headers = publicPage;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.description },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const district = await getDistrictBySlug(context.db, params.district ?? "");
  if (!district) throw new Response(null, { status: 404 });
  const t = translator(context.locale);
  return {
    title: t("list:front_title", { district: district.name }),
    description: t("list:hero.lede", { district: district.name }),
    front: await readFront(context, district),
  };
}

export default function FrontRoute() {
  return <Front {...useLoaderData<typeof loader>().front} />;
}
