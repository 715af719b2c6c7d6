import fs from "node:fs";
import path from "node:path";
import ts from "typescript";

const ROOT = path.resolve(import.meta.dirname, "../..");
const SOURCES = ["app", "db", "emails", "tests"];

export interface Import {
  /** As written. */
  specifier: string;
  /** Path from the root when it is a file of the project, else the package's name. */
  target: string;
  isOwn: boolean;
  /** Gone after compilation. */
  typeOnly: boolean;
}

export interface Source {
  /** From the root, with forward slashes. */
  path: string;
  text: string;
  ast: ts.SourceFile;
  imports: Import[];
  isTest: boolean;
  /** Said by its name: it touches the database, a secret or a vendor. */
  isServer: boolean;
}

/** Every TypeScript file of the project. */
export const sources: Source[] = SOURCES.flatMap((folder) => walk(path.join(ROOT, folder)))
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"))
  .map((file) => parse(fromRoot(file), fs.readFileSync(file, "utf8")));

/** Every folder and file of the project's own, from the root. */
export const everyPath: string[] = SOURCES.flatMap((folder) => walk(path.join(ROOT, folder))).map(fromRoot);

export const readJson = (file: string): unknown => JSON.parse(fs.readFileSync(path.join(ROOT, file), "utf8"));

/** The node and everything below it, in the order of the text. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  node.forEachChild((child) => void children.push(child));
  for (const child of children) yield* nodesOf(child);
}

/** `path:line`, as editors open it. */
export const at = (source: Source, node: ts.Node) =>
  `${source.path}:${source.ast.getLineAndCharacterOfPosition(node.getStart(source.ast)).line + 1}`;

function walk(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    return entry.isFile() && !file.includes("node_modules") ? [file] : [];
  });
}

function fromRoot(file: string) {
  return path.relative(ROOT, file).split(path.sep).join("/");
}

/** A file by its path from the root and its text: a check is tried on a text that offends. */
export function parse(name: string, text: string): Source {
  const kind = name.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const ast = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, kind);
  return {
    path: name,
    text,
    ast,
    imports: [...importsOf(ast, name)],
    isTest: name.startsWith("tests/") || /\.test\.tsx?$/.test(name),
    isServer: /\.server\.tsx?$/.test(name),
  };
}

function* importsOf(ast: ts.SourceFile, file: string): Generator<Import> {
  for (const node of nodesOf(ast)) {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      if (node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
        yield resolve(node.moduleSpecifier.text, file, isTypeOnly(node));
    } else if (ts.isCallExpression(node) && isLoading(node.expression)) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteralLike(argument)) yield resolve(argument.text, file, false);
    }
  }
}

/** `import("…")` or `require("…")`. */
function isLoading(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === "require");
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  return !clause.name && !!named && ts.isNamedImports(named) && named.elements.every((element) => element.isTypeOnly);
}

function resolve(specifier: string, file: string, typeOnly: boolean): Import {
  const bare = specifier.replace(/\?.*$/, "");
  if (bare.startsWith("#")) return { specifier, target: bare.slice(1), isOwn: true, typeOnly };
  if (bare.startsWith("."))
    return { specifier, target: path.posix.join(path.posix.dirname(file), bare), isOwn: true, typeOnly };
  const name = bare.startsWith("@") ? bare.split("/").slice(0, 2).join("/") : (bare.split("/")[0] ?? bare);
  return { specifier, target: name, isOwn: false, typeOnly };
}
