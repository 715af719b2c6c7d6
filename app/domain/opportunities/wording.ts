/**
 * A text in its reader's language, field by field: Spanish where the partner wrote it beside its English, else as it was
 * written, with its language where that is another one.
 */
import type { OpportunityContent } from "./opportunity.ts";

type Language = OpportunityContent["language"];

/** `lang`: left out where it is the reader's own. */
export interface Worded {
  text: string;
  lang: Language | undefined;
}

type Texts = Pick<
  OpportunityContent,
  | "language"
  | "title"
  | "titleEs"
  | "summary"
  | "summaryEs"
  | "description"
  | "descriptionEs"
  | "requirements"
  | "requirementsEs"
>;
export type Wording = ReturnType<typeof wordingOf>;

export function wordingOf(content: Texts, reader: Language) {
  const lang = content.language === reader ? undefined : content.language;
  const inSpanish = reader === "es" && content.language !== "es";
  const pick = (written: string | null, spanish: string | null | undefined): Worded | null => {
    // Texts sent before Spanish was asked for have no such field.
    if (inSpanish && spanish) return { text: spanish, lang: undefined };
    return written === null ? null : { text: written, lang };
  };
  return {
    title: pick(content.title, content.titleEs) ?? { text: content.title, lang },
    summary: pick(content.summary, content.summaryEs),
    description: pick(content.description, content.descriptionEs),
    requirements: pick(content.requirements, content.requirementsEs),
  };
}
