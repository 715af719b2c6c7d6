import { XMLParser } from "fast-xml-parser";

/** An element of a page as another program reads it, or a piece of text. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
}

const VOID = ["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"];
const parser = new XMLParser({
  ...{ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: "", allowBooleanAttributes: true },
  ...{ trimValues: false, parseTagValue: false, parseAttributeValue: false, htmlEntities: true, processEntities: true },
  ...{ unpairedTags: VOID, stopNodes: ["*.script", "*.style"] },
});

type Parsed = { ":@"?: Record<string, unknown> } & Record<string, unknown>;

function read(parsed: Parsed): Element | string {
  if ("#text" in parsed) return String(parsed["#text"]);
  const { ":@": attributes = {}, ...rest } = parsed;
  const [[name, children] = ["", []]] = Object.entries(rest);
  return {
    name,
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)])),
    children: (children as Parsed[]).map(read),
  };
}

/** A page read back by a parser that knows nothing of what drew it. */
export const readHtml = (html: string): Element => ({
  ...{ name: "#document", attributes: {} },
  children: (parser.parse(html) as Parsed[]).map(read),
});

/** All of a name below an element, in their order. */
export function elementsOf(element: Element, name: string): Element[] {
  return element.children.flatMap((child) =>
    typeof child === "string" ? [] : [...(child.name === name ? [child] : []), ...elementsOf(child, name)],
  );
}

export const textOf = (element: Element): string =>
  element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
