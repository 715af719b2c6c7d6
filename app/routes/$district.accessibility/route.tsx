import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readGuide } from "#app/http/guide.server.ts";
import { headTags } from "#app/http/page-head.ts";
import { publicPage } from "#app/http/public-page.ts";
import { useT } from "#app/i18n/locale.tsx";
import { GuidePage } from "#app/ui/site/guide-page.tsx";

export const headers = publicPage;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.documentTitle },
  { name: "description", content: data?.lede },
  ...headTags(data?.head),
];

export const loader = (args: LoaderFunctionArgs) => readGuide(args, "accessibility");

/** What we aim for, how it is checked, what is not perfect and whom to tell. */
export default function Accessibility() {
  const { slug, contactEmail, title, lede } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <GuidePage
      district={slug}
      {...{ title, lede }}
      parts={[
        {
          title: t("site:accessibility.aim.title"),
          icon: "accessibility",
          points: ([1, 2, 3] as const).map((n) => t(`site:accessibility.aim.${n}`)),
        },
        {
          title: t("site:accessibility.check.title"),
          icon: "badge-check",
          points: ([1, 2] as const).map((n) => t(`site:accessibility.check.${n}`)),
        },
        {
          title: t("site:accessibility.limits.title"),
          icon: "info",
          points: ([1, 2, 3] as const).map((n) => t(`site:accessibility.limits.${n}`)),
        },
        {
          title: t("site:accessibility.tell.title"),
          icon: "mail",
          points: [t("site:accessibility.tell.1")],
          children: (
            <p>
              <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
            </p>
          ),
        },
      ]}
    />
  );
}
