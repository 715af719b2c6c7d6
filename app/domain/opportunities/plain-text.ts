/**
 * What people type, made safe to keep: well-formed Unicode (Postgres refuses NUL and mangles lone surrogates), no
 * control characters, no marks that turn the direction of the text around them, line ends as `\n`.
 */
/** With the `u` flag, `\p{Cs}` is half of a surrogate pair. */
const UNKEPT = /[^\P{Cc}\n\t]|[\p{Cs}\u202A-\u202E\uFEFF]/gu;

/** One line: every run of white space becomes one space. */
export const tidyLine = (text: string) => text.replace(/\s+/g, " ").replace(UNKEPT, "").trim();

/** Several lines: paragraphs stay, more than one empty line does not. */
export const tidyText = (text: string) =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(UNKEPT, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
