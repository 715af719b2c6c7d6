import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOperator } from "#app/auth/guards.server.ts";
import { translator } from "#app/i18n/translator.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  await requireOperator(args);
  return { title: translator(args.context.locale)("operator:nav.health") };
}

export default function Health() {
  const { title } = useLoaderData<typeof loader>();
  return <PageHeading title={title} />;
}
