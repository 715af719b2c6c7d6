import type { LoaderFunctionArgs } from "@remix-run/node";
import type { RequestContext } from "#app/http/load-context.ts";
import type { Database } from "#db/database.ts";
import { ask } from "./request.ts";

type Loader = (args: LoaderFunctionArgs) => Promise<Response> | Response;

const modules = import.meta.glob<{ loader?: Loader }>(
  [
    "../../app/routes/api.*/route.ts",
    "../../app/routes/$district.*list*/route.ts",
    "../../app/routes/$district.*csv*/route.ts",
  ],
  { eager: true },
);

/** `api.v1.districts.$district.listings._index`, a route's folder, by the parts of its address. */
const partsOf = (path: string) => {
  const parts = (path.split("/").at(-2) ?? "").split(/(?<!\[)\./);
  return parts.filter((part) => part !== "_index");
};

/** Their addresses, as the API's document writes them. */
export const programPaths = Object.keys(modules).map((path) => {
  const parts = partsOf(path).map((part) => part.replaceAll("[.]", ".").replace(/^\$(\w+)/, "{$1}"));
  return `/${parts.join("/")}`;
});

const routes = Object.entries(modules).flatMap(([path, { loader }]) => {
  const parts = partsOf(path).map((part) => part.replaceAll("[.]", "\\.").replace(/^\$(\w+)/, "(?<$1>[^/]+)"));
  return loader ? [{ pattern: new RegExp(`^/${parts.join("/")}$`), loader }] : [];
});

/** The answer of the route a program's address leads to; 404 where there is none. */
export async function askProgram(db: Database, url: string, context: Partial<RequestContext> = {}): Promise<Response> {
  const { pathname } = new URL(url, "http://localhost:3000");
  for (const { pattern, loader } of routes) {
    const found = pattern.exec(pathname);
    if (!found) continue;
    const params = Object.fromEntries(
      Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
    const args = await ask(db, { url, params, context });
    try {
      return await loader(args);
    } catch (thrown) {
      if (thrown instanceof Response) return thrown;
      throw thrown;
    }
  }
  return new Response(null, { status: 404 });
}
