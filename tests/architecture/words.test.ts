import ts from "typescript";
import { describe, expect, test } from "vitest";
import { at, everyPath, nodesOf, parse, readJson, sources, type Source } from "./source-tree.ts";

const namespaces = everyPath
  .filter((file) => /^app\/i18n\/catalogs\/en\/\w+\.json$/.test(file))
  .map((file) => file.split("/").at(-1)!.replace(".json", ""));

/** "a.b.c" -> message. */
function messagesOf(locale: string, namespace: string): Map<string, string> {
  const flat = new Map<string, string>();
  const flatten = (value: unknown, key: string) => {
    if (typeof value === "string") flat.set(key, value);
    else for (const [name, inner] of Object.entries(value as object)) flatten(inner, key ? `${key}.${name}` : name);
  };
  flatten(readJson(`app/i18n/catalogs/${locale}/${namespace}.json`), "");
  return flat;
}

const withoutPlural = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, "");
const placeholders = (message: string) => [...message.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).toSorted();

describe.each(namespaces)("the catalog %s", (namespace) => {
  const en = messagesOf("en", namespace);
  const es = messagesOf("es", namespace);

  test("says the same things in English and Spanish", () => {
    const keys = (messages: Map<string, string>) => [...new Set([...messages.keys()].map(withoutPlural))].toSorted();
    expect(keys(es)).toEqual(keys(en));
  });

  test("names the same figures in both", () => {
    const differing = [...en].filter(([key, message]) => {
      const other = es.get(key);
      return other !== undefined && placeholders(other).join() !== placeholders(message).join();
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test("has no empty message", () => {
    expect([...en, ...es].filter(([, message]) => message.trim() === "").map(([key]) => key)).toEqual([]);
  });
});

const WORD = /\p{L}{2,}/u;
/** Attributes a reader sees or hears. */
const SPOKEN = new Set(["aria-label", "title", "alt", "placeholder", "label", "legend", "help", "lede"]);

function literalsShown(source: Source): string[] {
  return [...nodesOf(source.ast)].flatMap((node) => {
    if (ts.isJsxText(node)) return WORD.test(node.text) ? [`${at(source, node)} ${node.text.trim()}`] : [];
    if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteralLike(node.expression)) {
      const { parent } = node;
      const isShown = ts.isJsxElement(parent) || ts.isJsxFragment(parent) || isSpoken(parent);
      return isShown && WORD.test(node.expression.text) ? [`${at(source, node)} ${node.expression.text}`] : [];
    }
    if (isSpoken(node) && node.initializer && ts.isStringLiteral(node.initializer))
      return WORD.test(node.initializer.text) ? [`${at(source, node)} ${node.initializer.text}`] : [];
    return [];
  });
}

const isSpoken = (node: ts.Node): node is ts.JsxAttribute =>
  ts.isJsxAttribute(node) && ts.isIdentifier(node.name)
    ? SPOKEN.has(node.name.text)
    : ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText());

test("every word on a page comes from a catalog", () => {
  const pages = sources.filter(
    ({ path, isTest }) => !isTest && /^(app\/(routes|ui|root)|emails\/)/.test(path) && path.endsWith("x"),
  );
  expect(pages.flatMap(literalsShown)).toEqual([]);
  expect(pages.length).toBeGreaterThan(20);
});

/** What pages and mails may ask a catalog for: whole keys, and the beginnings of those whose end is filled in. */
const asked = sources
  .filter(({ path, isTest }) => /^(app|emails)\//.test(path) && !isTest)
  .flatMap(({ ast }) => [...nodesOf(ast)])
  .flatMap((node) => (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) ? [node] : []));
const wholeKeys = new Set(asked.filter(ts.isStringLiteralLike).map(({ text }) => text));
const beginnings = [...new Set(asked.filter(ts.isTemplateHead).map(({ text }) => text))].filter((text) =>
  /^(\w+:)?\w+[._]/.test(text),
);

/** Codes of the closed lists are looked up by the list's name alone (`wordOf`). */
const isWordOfList = (namespace: string, key: string) =>
  namespace === "opportunity" && wholeKeys.has(key.split(".")[0] ?? "");

function isAsked(namespace: string, key: string) {
  const names = [key, withoutPlural(key)].flatMap((name) => [name, `${namespace}:${name}`]);
  return names.some((name) => wholeKeys.has(name) || beginnings.some((beginning) => name.startsWith(beginning)));
}

test.each(namespaces)("every message of %s is said somewhere", (namespace) => {
  const silent = [...messagesOf("en", namespace).keys()].filter(
    (key) => !isAsked(namespace, key) && !isWordOfList(namespace, key),
  );
  expect(silent).toEqual([]);
});

test("a message nobody asks for is noticed", () => {
  expect(isAsked("partner", "nobody.says_this")).toBe(false);
});

test.each([
  ["<p>Hello there</p>", 1],
  ['<p>{"Hello"}</p>', 1],
  ["<p>{`Hello`}</p>", 1],
  ['<img alt="A map" />', 1],
  ['<Field label={"Name"} />', 1],
  ['<p>{t("common:hello")} · 12</p>', 0],
  ['<input name="title" className="field wide" />', 0],
])("the check counts the words of %s", (jsx, found) => {
  expect(literalsShown(parse("app/ui/example.tsx", `export const X = () => ${jsx};`))).toHaveLength(found);
});
