import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { cardResponse } from "#app/http/card-image.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { translator } from "#app/i18n/translator.ts";

/** What a district's list looks like where it is shared. */
export async function loader({ params, context: { db, locale } }: LoaderFunctionArgs) {
  const district = await getDistrictBySlug(db, params.district ?? "");
  if (!district) throw notFound();
  const t = translator(locale);
  const { name, color } = district;
  const title = t("list:hero.title");
  return cardResponse({
    ...{ district: name, color, title, otherwise: name, tag: null },
    lines: [t("paper:title"), t("list:list_title")],
  });
}
