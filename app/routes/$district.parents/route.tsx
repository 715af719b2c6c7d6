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

export const loader = (args: LoaderFunctionArgs) => readGuide(args, "parents");

/** What a family wants to know before a student goes anywhere. */
export default function ForParents() {
  const { slug, name, contactEmail, title, lede } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  return (
    <GuidePage
      district={slug}
      {...{ title, lede }}
      parts={[
        {
          title: t("site:parents.what.title"),
          icon: "list",
          points: ([1, 2, 3] as const).map((n) => t(`site:parents.what.${n}`)),
          link: { href: paths.list(locale, slug), words: t("site:how.student.button") },
        },
        {
          title: t("site:parents.safe.title"),
          icon: "badge-check",
          points: ([1, 2, 3] as const).map((n) => t(`site:parents.safe.${n}`, { district: name })),
        },
        {
          title: t("site:parents.shares.title"),
          icon: "shield-check",
          points: ([1, 2, 3] as const).map((n) => t(`site:parents.shares.${n}`)),
          link: { href: paths.privacy(locale), words: t("site:parents.shares.link") },
        },
        {
          title: t("site:parents.ask.title"),
          icon: "circle-help",
          points: ([1, 2, 3, 4, 5] as const).map((n) => t(`site:parents.ask.${n}`)),
          children: (
            <p>
              {t("site:parents.contact")} <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
            </p>
          ),
        },
        {
          title: t("site:parents.account.title"),
          icon: "users",
          points: ([1, 2] as const).map((n) => t(`site:parents.account.${n}`)),
          link: { href: paths.join.family(locale, "parent", slug), words: t("site:parents.account.button") },
        },
      ]}
    />
  );
}
