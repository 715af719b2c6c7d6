/** A mail for those who read it as text: nothing shouted, every address after its words. */
import { toPlainText } from "@react-email/render";

/** What html-to-text hands a formatter, as far as these use it; its types are not published with it. */
interface Element {
  attribs?: Record<string, string>;
  children?: Element[];
  data?: string;
}
interface Builder {
  openBlock(options: { leadingLineBreaks: number }): void;
  closeBlock(options: { trailingLineBreaks: number }): void;
  addInline(text: string, options?: { noWordTransform: boolean }): void;
  addLineBreak(): void;
}
type Formatter = (element: Element, walk: (nodes: Element[], builder: Builder) => void, builder: Builder) => void;

const hrefOf = (element: Element) => element.attribs?.href ?? "";
const textOf = (node: Element): string => node.data ?? (node.children ?? []).map(textOf).join("");

/** "Review it:" and the address on a line of its own. */
const action: Formatter = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 2 });
  walk(element.children ?? [], builder);
  builder.addInline(":");
  builder.addLineBreak();
  builder.addInline(hrefOf(element), { noWordTransform: true });
  builder.closeBlock({ trailingLineBreaks: 2 });
};

/** "Stop these mails: https://…"; an address that is its own words is said once. */
const address: Formatter = (element, walk, builder) => {
  walk(element.children ?? [], builder);
  const href = hrefOf(element);
  if (href.replace(/^mailto:/, "") === textOf(element)) return;
  builder.addInline(`: ${href}`, { noWordTransform: true });
};

const OPTIONS = {
  formatters: { action, address },
  selectors: [
    { selector: "h1", options: { uppercase: false } },
    { selector: "a", format: "address" },
    { selector: "a.action", format: "action" },
    { selector: "table.in-words", format: "skip" },
    { selector: "hr", format: "skip" },
    { selector: "ul", options: { itemPrefix: "- " } },
  ],
};

export const plainText = (html: string) =>
  `${toPlainText(html, OPTIONS)
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;
