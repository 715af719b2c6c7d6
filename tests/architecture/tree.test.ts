import ts from "typescript";
import { expect, test } from "vitest";
import { at, everyPath, nodesOf, sources } from "./source-tree.ts";

const LONGEST = 300;
/** Tables of reference and demonstration data are as long as what they describe. */
const IS_DATA = /^db\/(seed\/(listings|partners)|reference|migrations)\//;
const DRAWERS = ["lib", "utils", "helpers", "services", "types", "hooks", "constants", "controllers", "common"];
const EMPTY_NAMES = /^(handle|process|manage)[A-Z]/;

const product = sources.filter(({ isTest }) => !isTest);

test(`no file is longer than ${LONGEST} lines`, () => {
  const long = sources.filter(({ path, text }) => !IS_DATA.test(path) && text.split("\n").length - 1 > LONGEST);
  expect(long.map(({ path, text }) => `${path}: ${text.split("\n").length - 1}`)).toEqual([]);
});

test("no folder is a drawer", () => {
  const folders = new Set(everyPath.flatMap((file) => file.split("/").slice(0, -1)));
  expect(DRAWERS.filter((drawer) => folders.has(drawer))).toEqual([]);
});

test("no file only passes on what others export", () => {
  const barrels = product.filter(
    ({ ast }) =>
      ast.statements.length > 0 &&
      ast.statements.every((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier),
  );
  expect(barrels.map(({ path }) => path)).toEqual([]);
});

test("files are named in kebab-case", () => {
  const named = sources.map(({ path }) => path).filter((path) => !path.startsWith("app/routes/"));
  expect(named.filter((path) => !/^[a-z0-9-]+(\.[a-z0-9-]+)*\.tsx?$/.test(path.split("/").at(-1) ?? ""))).toEqual([]);
});

test("no function is named for handling, processing or managing", () => {
  // Remix calls the exports of its entries by these names.
  const named = product.filter(({ path }) => !/^app\/entry\./.test(path));
  const vague = named.flatMap((source) =>
    [...nodesOf(source.ast)]
      .filter(ts.isFunctionDeclaration)
      .filter(({ name }) => EMPTY_NAMES.test(name?.text ?? ""))
      .map((node) => `${at(source, node)} ${node.name?.text}`),
  );
  expect(vague).toEqual([]);
});

test("the environment is parsed by env.server.ts and read nowhere else in the app", () => {
  const readers = product
    .filter(({ path }) => path.startsWith("app/") && path !== "app/env.server.ts")
    .flatMap((source) =>
      [...nodesOf(source.ast)]
        .filter((node) => ts.isPropertyAccessExpression(node) && node.getText(source.ast) === "process.env")
        .filter(({ parent }) => !(ts.isCallExpression(parent) && parent.expression.getText(source.ast) === "parseEnv"))
        .map((node) => at(source, node)),
    );
  expect(readers).toEqual([]);
});

test("comments say what code cannot, and no more", () => {
  const share = commentLines() / product.reduce((lines, { text }) => lines + text.split("\n").length, 0);
  console.log(`comment share: ${(share * 100).toFixed(1)} % of lines`);
  expect(share).toBeGreaterThan(0.01);
  expect(share).toBeLessThan(0.08);
});

function commentLines() {
  const covered = product.filter(({ path }) => !IS_DATA.test(path));
  return covered.reduce((lines, { text }) => lines + [...commentsIn(text)].length, 0);
}

/** One entry a line that is a comment or ends one; text inside JSX and templates is not mistaken for one. */
function* commentsIn(text: string) {
  let inBlock = false;
  for (const line of text.split("\n").map((each) => each.trim())) {
    const starts = line.startsWith("/*") || line.startsWith("{/*");
    if (inBlock || starts || line.startsWith("//")) yield line;
    if (inBlock || starts) inBlock = !line.includes("*/");
  }
}
