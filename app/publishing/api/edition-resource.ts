import type { z } from "zod";
import type { EditionHead, PublishedList } from "#app/domain/editions/published-list.ts";
import { paths } from "#app/http/paths.ts";
import { listingResource } from "./listing-resource.ts";
import type { Edition, EditionFile } from "./schemas.ts";

export type PublishedEdition = PublishedList & { edition: EditionHead };

interface Facts {
  slug: string;
  publishedOn: string;
  head: Pick<EditionHead, "number" | "title" | "titleEs">;
  origin: string;
}

export const editionFacts = ({ slug, publishedOn, head: { number, title, titleEs }, origin }: Facts) => ({
  number,
  title,
  title_es: titleEs,
  published_on: publishedOn,
  url: origin + paths.edition("en", slug, number),
  listings_url: origin + paths.api.editionListings(slug, number),
});

export function editionResource({ district, edition, asOf, entries }: PublishedEdition, origin: string) {
  const facts = editionFacts({ slug: district.slug, publishedOn: asOf, head: edition, origin });
  const resource: z.output<typeof Edition> = {
    ...facts,
    note: edition.note,
    note_es: edition.noteEs,
    listings: entries.length,
  };
  return resource;
}

export const editionFile = (list: PublishedEdition, origin: string): z.output<typeof EditionFile> => ({
  edition: editionResource(list, origin),
  listings: list.entries.map((entry) => listingResource(list, entry, origin)),
});
