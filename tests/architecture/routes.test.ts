import ts from "typescript";
import { describe, expect, test } from "vitest";
import { at, nodesOf, parse, sources, type Source } from "./source-tree.ts";

/** Loaders of one page run side by side: a layout's guard protects nobody but itself. */
const GUARDS = { partner: "requirePartner", coordinator: "requireCoordinator" } as const;

const routes = sources.filter(({ path }) => /^app\/routes\/[^/]+\/route\.tsx?$/.test(path));
const folderOf = ({ path }: Source) => path.split("/")[2] ?? "";
const ofDesk = (desk: string) => routes.filter((route) => folderOf(route).split(".")[0] === desk);

interface Exported {
  route: Source;
  name: "loader" | "action";
  /** Undefined when it is not a function declared here, which cannot be checked. */
  body: ts.Block | undefined;
  node: ts.Node;
}

function exportedFrom(route: Source): Exported[] {
  return [...nodesOf(route.ast)].flatMap((node): Exported[] => {
    if (ts.isFunctionDeclaration(node) && isExported(node)) {
      const name = node.name?.text;
      return name === "loader" || name === "action" ? [{ route, name, body: node.body, node }] : [];
    }
    if (ts.isVariableStatement(node) && isExported(node))
      return node.declarationList.declarations.flatMap((declaration) => {
        const name = declaration.name.getText(route.ast);
        return name === "loader" || name === "action" ? [{ route, name, body: undefined, node }] : [];
      });
    if (ts.isExportSpecifier(node)) {
      const name = node.name.text;
      return name === "loader" || name === "action" ? [{ route, name, body: undefined, node }] : [];
    }
    return [];
  });
}

const isExported = (node: ts.FunctionDeclaration | ts.VariableStatement) =>
  !!node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** The function named in the body's first call. */
function firstCall(body: ts.Block): string | undefined {
  const [statement] = body.statements;
  const call = statement && [...nodesOf(statement)].filter(ts.isCallExpression).at(-1);
  return call && ts.isIdentifier(call.expression) ? call.expression.text : undefined;
}

describe.each(Object.entries(GUARDS))("the %s's desk", (desk, guard) => {
  test(`calls ${guard} first in every loader and action`, () => {
    const entries = ofDesk(desk).flatMap(exportedFrom);
    const unguarded = entries.filter(({ body }) => !body || firstCall(body) !== guard);
    expect(unguarded.map(({ route, node, name }) => `${at(route, node)} ${name}`)).toEqual([]);
    expect(entries.length).toBeGreaterThan(0);
  });

  test("has a loader in every route that has a page, so that its page is guarded too", () => {
    const open = ofDesk(desk).filter(
      (route) => /export default /.test(route.text) && !exportedFrom(route).some(({ name }) => name === "loader"),
    );
    expect(open.map(({ path }) => path)).toEqual([]);
  });
});

test("the check sees a guard that is missing, late or hidden", () => {
  const guardsIn = (text: string) =>
    exportedFrom(parse("app/routes/partner/route.tsx", text)).map(({ body }) => body && firstCall(body));
  expect(guardsIn("export async function loader(args) { const ctx = await requirePartner(args); }")).toEqual([
    "requirePartner",
  ]);
  expect(guardsIn("export async function action(args) { return save(args); }")).toEqual(["save"]);
  expect(guardsIn("export async function action(a) { const f = await readForm(a); await requirePartner(a); }")).toEqual(
    ["readForm"],
  );
  expect(guardsIn("export const loader = () => requirePartner();")).toEqual([undefined]);
  expect(guardsIn('export { loader } from "./other.ts";')).toEqual([undefined]);
});

test("every route is a folder with a route file", () => {
  const folders = new Set(sources.filter(({ path }) => path.startsWith("app/routes/")).map(folderOf));
  expect([...folders].filter((folder) => !routes.some((route) => folderOf(route) === folder))).toEqual([]);
});
