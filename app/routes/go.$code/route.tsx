import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readCode } from "#app/domain/printing/short-code.ts";
import { followShortLink, type ShortLinkTarget } from "#app/domain/printing/short-links.server.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import type { Locale } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

/** From paper or a message to what it is about. What is over says so there; a code nobody was given says so here. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, locale } = context;
  const code = readCode(params.code ?? "");
  const target = code && (await followShortLink(db, code));
  if (target) throw redirect(addressOf(locale, target));
  return data({ title: translator(locale)("paper:unknown_code.title") }, { status: 404 });
}

function addressOf(locale: Locale, target: ShortLinkTarget): string {
  const { district } = target;
  switch (target.to) {
    case "listing":
      return paths.listing(locale, district, target.slug);
    case "pathway":
      return paths.pathway(locale, district, target.slug);
    case "edition":
      return paths.edition(locale, district, target.number);
    case "list":
      return paths.list(locale, district);
  }
}

export default function UnknownCode() {
  const { title } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("paper:unknown_code.body")} />
      <ButtonLink to={paths.home(useLocale())}>{t("paper:unknown_code.districts")}</ButtonLink>
    </>
  );
}
