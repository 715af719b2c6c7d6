import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { translator } from "#app/i18n/translator.ts";
import { notFound } from "./id-param.ts";
import { pageHead } from "./page-head.ts";
import { paths } from "./paths.ts";

const ADDRESSES = { how: paths.howItWorks, parents: paths.forParents, accessibility: paths.accessibility } as const;
const LEDES = {
  how: "site:how.lede",
  parents: "site:parents.lede",
  accessibility: "site:accessibility.lede",
} as const;

/** What a page that explains needs to know of its district, and how it is called. */
export async function readGuide(
  { params, context }: Pick<LoaderFunctionArgs, "params" | "context">,
  guide: "how" | "parents" | "accessibility",
) {
  const { db, locale } = context;
  const district = await getDistrictBySlug(db, params.district ?? "");
  if (!district) throw notFound();
  const { slug, name, contactEmail } = district;
  const t = translator(locale);
  const title = t(`site:${guide}.title`);
  const lede = t(LEDES[guide], { district: name });
  return {
    slug,
    name,
    contactEmail,
    title,
    lede,
    head: pageHead(context, {
      ...{ title, about: lede, district },
      at: (each) => ADDRESSES[guide](each, slug),
    }),
    documentTitle: t("listing:document_title", { title, district: name }),
  };
}
