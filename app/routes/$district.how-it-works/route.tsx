import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readGuide } from "#app/http/guide.server.ts";
import { headTags } from "#app/http/page-head.ts";
import { paths } from "#app/http/paths.ts";
import { publicPage } from "#app/http/public-page.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { GuidePage } from "#app/ui/site/guide-page.tsx";

export const headers = publicPage;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.documentTitle },
  { name: "description", content: data?.lede },
  ...headTags(data?.head),
];

export const loader = (args: LoaderFunctionArgs) => readGuide(args, "how");

/** What happens from looking at the list to going, for each who has a part in it. */
export default function HowItWorks() {
  const { slug, name, title, lede } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  return (
    <GuidePage
      district={slug}
      {...{ title, lede }}
      parts={[
        {
          title: t("site:how.student.title"),
          icon: "graduation-cap",
          ordered: true,
          points: ([1, 2, 3, 4, 5] as const).map((n) => t(`site:how.student.${n}`)),
          link: { href: paths.list(locale, slug), words: t("site:how.student.button") },
        },
        {
          title: t("site:how.parent.title"),
          icon: "hand-heart",
          points: ([1, 2] as const).map((n) => t(`site:how.parent.${n}`)),
          link: { href: paths.forParents(locale, slug), words: t("site:how.parent.button") },
        },
        {
          id: "partners",
          title: t("site:how.partner.title"),
          icon: "building-2",
          ordered: true,
          points: ([1, 2, 3, 4, 5] as const).map((n) => t(`site:how.partner.${n}`)),
          link: { href: paths.join.partner(locale), words: t("site:how.partner.button") },
        },
        {
          title: t("site:how.checked.title"),
          icon: "badge-check",
          points: ([1, 2, 3] as const).map((n) => t(`site:how.checked.${n}`, { district: name })),
        },
      ]}
    />
  );
}
