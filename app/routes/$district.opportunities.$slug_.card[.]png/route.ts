import type { LoaderFunctionArgs } from "@remix-run/node";
import { findOwnWords } from "#app/domain/districts/own-words.server.ts";
import { wordingOf } from "#app/domain/opportunities/wording.ts";
import { cardResponse } from "#app/http/card-image.server.ts";
import { listingFileAsked } from "#app/http/listing-file.server.ts";
import { translator } from "#app/i18n/translator.ts";
import { whoInWords, wordOf } from "#app/ui/listing-words.ts";

/** What a listing looks like where it is shared: what, who, where, and for whom. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, locale } = args.context;
  const { district, listing } = await listingFileAsked(args);
  const t = translator(locale, await findOwnWords(db, district, locale));
  const { content, organization, onlyGrades } = listing;
  const where = content.setting === "remote" ? wordOf(t, "setting", "remote") : content.city;
  return cardResponse({
    ...{ district: district.name, color: district.color },
    tag: content.kind && wordOf(t, "kind", content.kind),
    title: wordingOf(content, locale).title.text,
    otherwise: organization.name,
    lines: [organization.name, where ?? "", whoInWords(t, { ...content, onlyGrades })],
  });
}
