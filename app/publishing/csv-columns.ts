/**
 * The list as a table: its columns, in their order. Files are read by other programs and by formulas, so a column keeps
 * its name and its place for good; a new one goes to the end.
 */
import type { ListingResource, PlaceResource } from "./api/listing-schema.ts";

type Cell = string | number | boolean | null;
interface Column {
  name: string;
  about: string;
  cell: (listing: ListingResource) => Cell;
}

/** Of the fields that are a cell as they are. */
type Plain = {
  [Field in keyof ListingResource]: ListingResource[Field] extends Cell ? Field : never;
}[keyof ListingResource];

const same = (name: Plain, about: string): Column => ({ name, about, cell: (listing) => listing[name] });
const column = (name: string, about: string, cell: Column["cell"]): Column => ({ name, about, cell });
const listed = (values: readonly (string | number | null)[]) => values.filter((value) => value !== null).join("; ");
const onOneLine = ({ name, street, city, state, zip }: PlaceResource) =>
  [name, street, city, [state, zip].filter(Boolean).join(" ")].filter(Boolean).join(", ");

export const CSV_COLUMNS: readonly Column[] = [
  same("id", "Never changes"),
  same("url", "Its page"),
  same("title", "What it is called"),
  same("title_es", "The same in Spanish"),
  column("organization", "Who offers it", ({ organization }) => organization.name),
  column("organization_id", "Who offers it, as the API names it", ({ organization }) => organization.id),
  column("sector", "What kind of organization that is", ({ organization }) => organization.sector),
  column("website", "The organization's website", ({ organization }) => organization.website),
  column("kind", "What sort of experience", ({ kind }) => kind?.code ?? null),
  column("kind_name", "The same in the district's words", ({ kind }) => kind?.name ?? null),
  column("kind_name_es", "The same in Spanish", ({ kind }) => kind?.name_es ?? null),
  same("summary", "In a sentence or two"),
  same("summary_es", "The same in Spanish"),
  same("description", "What it is about"),
  same("description_es", "The same in Spanish"),
  same("tasks", "What a learner does, one task a line"),
  same("requirements", "What a learner needs"),
  same("requirements_es", "The same in Spanish"),
  same("language", "The language its texts are written in"),
  column("pathways", "Pathways of the district", ({ pathways }) => listed(pathways.map(({ name }) => name))),
  column("pathways_es", "The same in Spanish", ({ pathways }) => listed(pathways.map((each) => each.name_es))),
  column("clusters", "Career clusters", ({ clusters }) => listed(clusters.map(({ name }) => name))),
  column("clusters_es", "The same in Spanish", ({ clusters }) => listed(clusters.map((each) => each.name_es))),
  column("sub_clusters", "Codes of sub-clusters", (listing) => listed(listing.sub_clusters)),
  column("skills", "Skills", ({ skills }) => listed(skills)),
  column("labels", "Labels of the district", ({ labels }) => listed(labels.map(({ name }) => name))),
  column("labels_es", "The same in Spanish", ({ labels }) => listed(labels.map((each) => each.name_es ?? each.name))),
  column("grades", "Grades that may take part; 0 is kindergarten", ({ grades }) => listed(grades)),
  same("age_min", "The youngest age"),
  same("age_max", "The oldest age"),
  column("only_schools", "Schools it is kept to", (listing) => listed(listing.only_schools)),
  column("only_groups", "Groups it is kept to", (listing) => listed(listing.only_groups)),
  same("places", "How many may take part"),
  same("schedule", "When, in its partner's words"),
  column("days", "Days of the week", ({ days }) => listed(days)),
  same("start_time", "When it begins"),
  same("end_time", "When it ends"),
  same("hours_per_week", "Hours a week"),
  column("shifts", "Days and hours, with the rule by which they repeat", ({ shifts }) =>
    listed(shifts.map((each) => [each.starts_on, each.start_time, each.end_time, each.rule].filter(Boolean).join(" "))),
  ),
  same("starts_on", "The first day"),
  same("ends_on", "The last day"),
  same("closes_on", "The last day it is on the list"),
  same("setting", "On site, from anywhere, or both"),
  column("street", "Where", ({ place }) => place?.street ?? null),
  column("city", "Where", ({ place }) => place?.city ?? null),
  column("state", "Where", ({ place }) => place?.state ?? null),
  column("zip", "Where", ({ place }) => place?.zip ?? null),
  column("latitude", "WGS 84", ({ place }) => place?.latitude ?? null),
  column("longitude", "WGS 84", ({ place }) => place?.longitude ?? null),
  column("other_places", "Where else", (listing) => listed(listing.other_places.map(onOneLine))),
  column("transport", "How to get there", ({ transport }) => listed(transport)),
  same("bus_stop", "The bus that stops there"),
  same("transport_detail", "More about getting there"),
  column("access", "What helps who needs it", ({ access }) => listed(access)),
  column("spoken_languages", "Languages spoken there", (listing) => listed(listing.spoken_languages)),
  same("pay", "What it pays"),
  same("pay_detail", "More about the pay"),
  same("earns_credit", "Whether it earns school credit"),
  same("service_hours", "Whether its hours count as service"),
  same("cost", "What it costs the student"),
  same("cost_detail", "More about the cost"),
  same("clearance", "Whether a student is checked before"),
  column("documents", "What a learner brings", ({ documents }) => listed(documents)),
  same("how_to_ask", "How to ask for a place"),
  same("note_to_readers", "From the district"),
  same("published_on", "Since when it is on the list"),
  same("confirmed_on", "When its partner last said that it is still true"),
];

export const csvHeader = CSV_COLUMNS.map(({ name }) => name);
export const csvLine = (listing: ListingResource): Cell[] => CSV_COLUMNS.map(({ cell }) => cell(listing));
