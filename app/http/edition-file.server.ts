import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDistrictBySlug, type District } from "#app/domain/districts/districts.server.ts";
import { readEdition } from "#app/domain/editions/read-edition.server.ts";
import type { Database } from "#db/database.ts";
import type { PublishedEdition } from "#app/publishing/api/edition-resource.ts";
import { editionAsked } from "./edition-number.ts";
import { notFound } from "./id-param.ts";

/** The edition that the number in an address names; null: the district has published none such. */
export async function editionNamed(
  db: Database,
  district: District | null,
  number: string | undefined,
): Promise<PublishedEdition | null> {
  const asked = editionAsked(number ?? null);
  if (!district || asked === null) return null;
  const list = await readEdition(db, district, asked);
  return list?.edition ? { ...list, edition: list.edition } : null;
}

/** For a file of it. */
export async function editionFileAsked({ params, context }: Pick<LoaderFunctionArgs, "params" | "context">) {
  const district = await getDistrictBySlug(context.db, params.district ?? "");
  const edition = await editionNamed(context.db, district, params.number);
  if (!edition) throw notFound();
  return edition;
}
