import type { LoaderFunctionArgs } from "@remix-run/node";
import type { District } from "#app/domain/districts/districts.server.ts";
import type { PublishedEdition } from "#app/publishing/api/edition-resource.ts";
import { editionNamed } from "../edition-file.server.ts";
import { problem } from "./problem.ts";

/** The edition an address names, whole. */
export async function editionAsked(
  { params, context: { db, origin } }: Pick<LoaderFunctionArgs, "params" | "context">,
  district: District,
): Promise<PublishedEdition> {
  const edition = await editionNamed(db, district, params.number);
  if (!edition) throw problem(origin, "not_found", { detail: "The district has published no edition of that number." });
  return edition;
}
