import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { titleIn } from "#app/domain/editions/published-list.ts";
import { readWithoutEntries } from "#app/domain/editions/read-edition.server.ts";
import { cardResponse } from "#app/http/card-image.server.ts";
import { editionNumber } from "#app/http/edition-number.ts";
import { notFound } from "#app/http/id-param.ts";
import { translator } from "#app/i18n/translator.ts";
import { dateInWords } from "#app/ui/listing-words.ts";

/** What an edition of the list looks like where it is shared. */
export async function loader({ params, context: { db, locale } }: LoaderFunctionArgs) {
  const district = await getDistrictBySlug(db, params.district ?? "");
  const found = district && (await readWithoutEntries(db, district, editionNumber(params)));
  if (!found) throw notFound();
  const { list, summary } = found;
  const t = translator(locale);
  const { number } = list.edition;
  const { name, color } = list.district;
  return cardResponse({
    ...{ district: name, color, otherwise: name },
    title: titleIn(locale, list.edition).text,
    tag: t("editions:number", { number }),
    lines: [
      t("editions:listings", { count: summary.listings }),
      t("editions:page.lede", { date: dateInWords(locale, list.asOf) }),
    ],
  });
}
