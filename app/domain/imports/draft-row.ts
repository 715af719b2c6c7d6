import { LONGEST, MOST_SKILLS } from "../opportunities/limits.ts";
import { done, refused, type Outcome } from "../context.ts";
import { lastDayOf } from "../listings/last-day.ts";
import { parseDate } from "./dates.ts";
import { EMPTY_CONTENT } from "../opportunities/empty-content.ts";
import type { Draft } from "./draft.ts";
import { draftPlace, type ZipPoints } from "./draft-place.ts";
import type { Field } from "./fields.ts";
import { mapTable, RowReader, type MappedTable } from "./row-reader.ts";
import type { ImportMapping } from "./mapping.ts";
import { isError, type Problem } from "./problems.ts";
import { tidyLine } from "../opportunities/plain-text.ts";
import { cutText, glimpse } from "./text-values.ts";
import { isEmail, parseKind, parsePay, parseRange, parseSetting, parseWhole, payOfKind, webAddress } from "./values.ts";
import { organizationKey } from "./organization-names.ts";

/** Of the names a row carries beside its opportunity. */
const LONGEST_NAME = 200;
const OLDEST_LEARNER = 25;

/** Every row as it will be written; rows with an error are left out and explained. */
export function draftRows(
  table: { columns: string[]; rows: { row: number; cells: string[] }[] },
  mapping: ImportMapping,
  zips: ZipPoints,
): { drafts: Draft[]; problems: Problem[] } {
  const mapped = mapTable(table, mapping);
  const drafts: Draft[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const { row, cells } of mapped.rows) {
    const reader = new RowReader(mapped, row, cells);
    const draft = draftRow(reader, mapped, zips);
    if (draft.ok && seen.has(draft.value.externalId)) reader.problem("externalId", "duplicate_row");
    else if (draft.ok) {
      seen.add(draft.value.externalId);
      drafts.push(draft.value);
    }
    problems.push(...reader.problems);
  }
  return { drafts, problems };
}

function draftRow(reader: RowReader, { mapping }: MappedTable, zips: ZipPoints): Outcome<Draft, "row_error"> {
  const title = reader.line("title", LONGEST.title);
  const organization = reader.line("organization", LONGEST_NAME);
  if (!title) reader.problem("title", "missing_title");
  if (!organization) reader.problem("organization", "missing_organization");
  if (!title || !organization) return refused("row_error");
  const dates = draftDates(reader);
  const { pointFrom, ...place } = draftPlace(reader, zips);
  const kind = reader.value("kind", parseKind) ?? mapping.defaults.kind;
  const pay = reader.value("pay", parsePay);
  const setting = reader.value("setting", parseSetting) ?? mapping.defaults.setting;
  if (!pointFrom && setting !== "remote") reader.problem(null, "no_point");
  if (reader.problems.some(isError)) return refused("row_error");
  const given = reader.line("externalId", LONGEST_NAME);
  return done({
    row: reader.row,
    externalId: given ?? madeUpId(organization, title, [place.zip, place.street, place.city]),
    organization,
    category: reader.line("category", LONGEST_NAME),
    pointFrom,
    content: {
      ...EMPTY_CONTENT,
      ...dates,
      ...place,
      ...draftNumbers(reader),
      ...draftTexts(reader),
      title,
      kind,
      pay: pay?.pay ?? mapping.defaults.pay ?? payOfKind(kind),
      payDetail: pay?.detail ?? null,
      setting: setting ?? (pointFrom ? "on_site" : null),
    },
  });
}

/** Not a hash: a coordinator who looks at it sees what it stands for. */
const madeUpId = (organization: string, title: string, place: (string | null)[]) =>
  [organizationKey(organization), tidyLine(title).toLowerCase(), place.map((part) => part ?? "").join(" ")].join(" | ");

function draftDates(reader: RowReader) {
  const day = (field: Field) => reader.value(field, (cell) => parseDate(cell, reader.dateOrder(field)));
  const dates = { startsOn: day("startsOn"), endsOn: day("endsOn"), closesOn: day("closesOn") };
  if (dates.startsOn && dates.endsOn && dates.endsOn < dates.startsOn) reader.problem("endsOn", "ends_before_start");
  const closesLate = dates.closesOn && dates.endsOn && dates.closesOn > dates.endsOn;
  if (closesLate) reader.problem("closesOn", "closes_after_end");
  return { ...dates, closesOn: lastDayOf(dates) };
}

function draftNumbers(reader: RowReader) {
  // Exports write 0 for "not said".
  const whole = (field: Field, max: number) => reader.value(field, (cell) => parseWhole(cell, { min: 0, max })) || null;
  const ages = reader.value("ages", (cell) => parseRange(cell, { min: 5, max: 120 }));
  const grades = reader.value("grades", (cell) => parseRange(cell, { min: 0, max: 12 }));
  return {
    places: whole("places", 500),
    hoursPerWeek: whole("hoursPerWeek", 60),
    ageMin: ages?.min ?? null,
    // "16 to 99" and "16+" are the same to a student.
    ageMax: ages?.max && ages.max <= OLDEST_LEARNER ? ages.max : null,
    gradeMin: grades?.min ?? null,
    gradeMax: grades?.max ?? null,
  };
}

function draftTexts(reader: RowReader) {
  const description = reader.text("description", LONGEST.description);
  const email = reader.line("contactEmail", LONGEST.contactEmail);
  if (email && !isEmail(email)) reader.problem("contactEmail", "email_unknown");
  const link = reader.has("link") ? webAddress(reader.raw("link")) : null;
  if (reader.has("link") && !link) reader.problem("link", "link_unknown");
  return {
    summary:
      reader.text("summary", LONGEST.summary) ?? (description && cutText(tidyLine(description), LONGEST.summary)),
    description,
    tasks: reader.text("tasks", LONGEST.tasks),
    requirements: reader.text("requirements", LONGEST.requirements),
    schedule: reader.line("schedule", LONGEST.schedule),
    skills: draftSkills(reader),
    howToAsk: [reader.text("howToAsk", LONGEST.howToAsk - 500), link].filter(Boolean).join("\n") || null,
    contactName: reader.line("contactName", LONGEST.contactName),
    contactEmail: email && isEmail(email) ? email : null,
    contactPhone: reader.line("contactPhone", LONGEST.contactPhone),
  };
}

function draftSkills(reader: RowReader) {
  const skills = reader
    .raw("skills")
    .split(/[,;|\n]/)
    .map((skill) => glimpse(skill, 40));
  return [...new Set(skills)].filter(Boolean).slice(0, MOST_SKILLS);
}
