import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { translator } from "#app/i18n/translator.ts";
import { notFound } from "./id-param.ts";

const LEDES = {
  how: "site:how.lede",
  parents: "site:parents.lede",
  accessibility: "site:accessibility.lede",
} as const;

/** What a page that explains needs to know of its district, and how it is called. */
export async function readGuide(
  { params, context: { db, locale } }: Pick<LoaderFunctionArgs, "params" | "context">,
  guide: "how" | "parents" | "accessibility",
) {
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
    documentTitle: t("listing:document_title", { title, district: name }),
  };
}
