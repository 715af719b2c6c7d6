import ts from "typescript";
import { describe, expect, test } from "vitest";
import { POLICY, type Audience } from "#app/auth/policy.ts";
import { at, everyPath, nodesOf, parse, sources, type Source } from "./source-tree.ts";

/** Loaders of one page run side by side: a layout's guard protects nobody but itself. */
const GUARDS: Record<Exclude<Audience, "anyone" | "machine">, string> = {
  person: "requirePerson",
  partner: "requirePartner",
  coordinator: "requireCoordinator",
  admin: "requireAdmin",
  student: "requireStudent",
  parent: "requireParent",
  operator: "requireOperator",
};

const routes = sources.filter(({ path }) => /^app\/routes\/[^/]+\/route\.tsx?$/.test(path));
const folderOf = ({ path }: Source) => path.split("/")[2] ?? "";

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

/** The function that the body's first statement awaits, when that is all the statement does. */
function awaitedFirst(body: ts.Block): string | undefined {
  const [first] = body.statements;
  const [declared] = first && ts.isVariableStatement(first) ? first.declarationList.declarations : [];
  const whole = declared
    ? declared.initializer
    : first && ts.isExpressionStatement(first)
      ? first.expression
      : undefined;
  const call = whole && ts.isAwaitExpression(whole) ? whole.expression : undefined;
  return call && ts.isCallExpression(call) && ts.isIdentifier(call.expression) ? call.expression.text : undefined;
}

/** A guard's name is worth nothing when it is not the guard's. */
const isImported = (route: Source, guard: string) =>
  [...nodesOf(route.ast)].some(
    (node) =>
      ts.isImportSpecifier(node) &&
      (node.propertyName ?? node.name).text === guard &&
      /"#app\/auth\/guards\.server\.ts"/.test(node.parent.parent.parent.getText(route.ast)),
  );

const entries = routes.flatMap(exportedFrom);

test("the policy names every route's loader and action, and none that is not there", () => {
  const there = routes.map((route) => [
    folderOf(route),
    exportedFrom(route)
      .map(({ name }) => name)
      .toSorted(),
  ]);
  const named = Object.entries(POLICY).map(([folder, policy]) => [folder, Object.keys(policy).toSorted()]);
  expect(named.toSorted()).toEqual(there.toSorted());
});

describe.each(Object.entries(GUARDS))("a route for a %s", (audience, guard) => {
  const guarded = entries.filter(({ route, name }) => POLICY[folderOf(route)]?.[name] === audience);

  test(`calls ${guard} first in its loader and action`, () => {
    const unguarded = guarded.filter(
      ({ route, body }) => !body || awaitedFirst(body) !== guard || !isImported(route, guard),
    );
    expect(unguarded.map(({ route, node, name }) => `${at(route, node)} ${name}`)).toEqual([]);
  });

  test("has a loader where it has a page, so that its page is guarded too", () => {
    const open = guarded
      .map(({ route }) => route)
      .filter((route) => /export default |as default/.test(route.text) && !POLICY[folderOf(route)]?.loader);
    expect(open.map(({ path }) => path)).toEqual([]);
  });
});

test("every page says its title, or stands in a layout that does (WCAG 2.4.2)", () => {
  const titled = new Set(routes.filter(({ text }) => /export const meta\b/.test(text)).map(folderOf));
  const above = (folder: string) => folder.split(".").map((_, n, parts) => parts.slice(0, n + 1).join("."));
  const isLayout = (folder: string) => routes.some((route) => folderOf(route).startsWith(`${folder}.`));
  const untitled = routes
    .filter(({ text }) => /export default /.test(text))
    .map(folderOf)
    .filter((folder) => !isLayout(folder) && !above(folder).some((each) => titled.has(each)));
  expect(untitled).toEqual([]);
});

/** What the beginning of an address promises about everything below it. */
const DESKS: Record<string, Audience[]> = {
  partner: ["partner"],
  coordinator: ["coordinator", "admin"],
  operator: ["operator"],
  student: ["student"],
  parent: ["parent"],
};

test("nothing below a desk's address is open to others", () => {
  const stray = Object.entries(POLICY).filter(([folder, policy]) => {
    const desk = DESKS[folder.split(".")[0] ?? ""];
    return desk && Object.values(policy).some((audience) => !desk.includes(audience));
  });
  expect(stray).toEqual([]);
});

test("the check sees a guard that is missing, late or hidden", () => {
  const guardsIn = (text: string) =>
    exportedFrom(parse("app/routes/partner/route.tsx", text)).map(({ body }) => body && awaitedFirst(body));
  expect(guardsIn("export async function loader(args) { const ctx = await requirePartner(args); }")).toEqual([
    "requirePartner",
  ]);
  expect(guardsIn("export async function action(args) { return save(args); }")).toEqual([undefined]);
  expect(guardsIn("export async function action(a) { const f = await readForm(a); await requirePartner(a); }")).toEqual(
    ["readForm"],
  );
  expect(
    guardsIn("export async function loader(a) { const ctx = await requirePartner(a).catch(() => null); }"),
  ).toEqual([undefined]);
  expect(guardsIn("export async function loader(a) { const ctx = a.ok ? await requirePartner(a) : null; }")).toEqual([
    undefined,
  ]);
  expect(guardsIn("export async function loader(a) { void requirePartner(a); }")).toEqual([undefined]);
  expect(guardsIn("export const loader = () => requirePartner();")).toEqual([undefined]);
  expect(guardsIn('export { loader } from "./other.ts";')).toEqual([undefined]);
});

test("every route is TypeScript, which these checks read", () => {
  expect(everyPath.filter((path) => path.startsWith("app/routes/") && !/\.tsx?$/.test(path))).toEqual([]);
});

test("a guard of one's own making is no guard", () => {
  const imports = (text: string) => isImported(parse("app/routes/partner/route.tsx", text), "requirePartner");
  expect(imports('import { requirePartner } from "#app/auth/guards.server.ts";')).toBe(true);
  expect(imports('import { requirePartner } from "./own.ts";')).toBe(false);
  expect(imports("const requirePartner = () => null;")).toBe(false);
});

test("every route is a folder with a route file", () => {
  const folders = new Set(sources.filter(({ path }) => path.startsWith("app/routes/")).map(folderOf));
  expect([...folders].filter((folder) => !routes.some((route) => folderOf(route) === folder))).toEqual([]);
});
