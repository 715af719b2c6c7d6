import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { findOwnWords } from "#app/domain/districts/own-words.server.ts";
import { isGone } from "#app/domain/listings/over.ts";
import { getPublished } from "#app/domain/listings/published.server.ts";
import { wordingOf } from "#app/domain/opportunities/wording.ts";
import { cardResponse } from "#app/http/card-image.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { translator } from "#app/i18n/translator.ts";
import { whoInWords, wordOf } from "#app/ui/listing-words.ts";

/** What a listing looks like where it is shared: what, who, where, and for whom. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, now, locale } = context;
  const district = await getDistrictBySlug(db, params.district ?? "");
  const page = district && (await getPublished(db, district, params.slug ?? "", now));
  if (!district || !page) throw notFound();
  if (page.state === "over") throw new Response(null, { status: isGone(page.endedAt, now) ? 410 : 404 });
  const t = translator(locale, await findOwnWords(db, district, locale));
  const { content, organization, onlyGrades } = page.listing;
  const where = content.setting === "remote" ? wordOf(t, "setting", "remote") : content.city;
  return cardResponse({
    ...{ district: district.name, color: district.color },
    tag: content.kind && wordOf(t, "kind", content.kind),
    title: wordingOf(content, locale).title.text,
    otherwise: organization.name,
    lines: [organization.name, where ?? "", whoInWords(t, { ...content, onlyGrades })],
  });
}
