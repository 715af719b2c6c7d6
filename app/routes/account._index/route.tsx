import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePerson } from "#app/auth/guards.server.ts";
import { translator } from "#app/i18n/translator.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args);
  return { title: translator(args.context.locale)("account:nav.profile") };
}

export default function Profile() {
  const { title } = useLoaderData<typeof loader>();
  return <PageHeading title={title} />;
}
