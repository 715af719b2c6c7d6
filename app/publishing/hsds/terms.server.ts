import { KINDS, isKind } from "#app/domain/opportunities/kinds.ts";
import type { PublishedList } from "#app/domain/editions/published-list.ts";
import type { PublishedListing } from "#app/domain/listings/published.server.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { wordOf } from "#app/ui/listing-words.ts";
import { namesOf } from "../names-of.ts";
import { derivedId, type HsdsRecord } from "./record.server.ts";

interface Term {
  taxonomy: string;
  /** Whose terms they are: those of a district are not another's. */
  scope: string;
  code: string;
  name: string;
  language: string;
}

const CLUSTERS = "National Career Clusters Framework, 2024";
const EXPERIENCES = "CEDS 001499, Work-based Learning Opportunity Type";

/** What a service is filed under: the district's pathways, the national clusters, and the sort of experience. */
export function attributesOf(t: Translate, list: PublishedList, entry: PublishedListing): HsdsRecord[] {
  const { district } = list;
  const { pathways, clusters } = namesOf(list, entry);
  const { kind } = entry.content;
  const terms: Term[] = [
    ...pathways.map(({ slug, name }) => ({
      taxonomy: `Pathways of ${district.name}`,
      scope: district.id,
      code: slug,
      name,
      language: "en",
    })),
    ...clusters.map(({ code, name }) => ({ taxonomy: CLUSTERS, scope: CLUSTERS, code, name, language: "en" })),
    ...(kind && isKind(kind)
      ? [
          {
            taxonomy: EXPERIENCES,
            scope: district.id,
            code: KINDS[kind].ceds,
            name: wordOf(t, "kind", kind),
            language: "en",
          },
        ]
      : []),
  ];
  return terms.map((term) => {
    const taxonomyTerm = termOf(term);
    return {
      id: derivedId(entry.id, "attribute", taxonomyTerm.id),
      link_id: entry.id,
      link_entity: "service",
      taxonomy_term_id: taxonomyTerm.id,
      taxonomy_term: taxonomyTerm,
    };
  });
}

function termOf({ taxonomy, scope, code, name, language }: Term): HsdsRecord {
  const taxonomyId = derivedId("taxonomy", scope, taxonomy);
  return {
    id: derivedId(taxonomyId, code, name),
    ...{ code, name, description: name, language, taxonomy, taxonomy_id: taxonomyId },
  };
}
