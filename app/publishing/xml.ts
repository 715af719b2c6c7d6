/** Text for XML documents that are written as text. */

/** What XML 1.0 cannot hold in any spelling, lone surrogates among it. */
const NO_CHARACTER = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
export const xml = (text: string) => text.replace(NO_CHARACTER, "\uFFFD").replace(/[&<>"]/g, (sign) => ESCAPES[sign]!);
export const element = (name: string, text: string) => `<${name}>${xml(text)}</${name}>`;

/** An element without content. */
export const empty = (name: string, attributes: Record<string, string>) =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${xml(value)}"`)
    .join("")}/>`;
