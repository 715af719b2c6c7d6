/** The API as OpenAPI 3.1 describes it: its schemas are those that its answers are held against. */
import { z } from "zod";
import { ENDPOINTS, type Endpoint } from "./endpoints.ts";
import { apiSchemas } from "./registry.ts";
import { PROBLEMS } from "./schemas.ts";

/** A parameter of a query, as the site reads it. */
export interface QueryParameter {
  name: string;
  about: string;
  schema: Record<string, unknown>;
  /** May be given more than once: any of its values will do. */
  isMany?: boolean;
}

export interface Described {
  /** The site's public address. */
  origin: string;
  /** The site's search. */
  search: readonly QueryParameter[];
  /** A page of an answer. */
  page: readonly QueryParameter[];
  rate: { tries: number; seconds: number };
}

const PATH_PARAMETERS: Record<string, { about: string; schema: Record<string, unknown> }> = {
  district: { about: "A district's slug", schema: { type: "string" } },
  listing: { about: "A listing's id or slug", schema: { type: "string" } },
  number: { about: "An edition's number", schema: { type: "integer", minimum: 1 } },
};

export function openApiDocument(described: Described) {
  const { origin, rate } = described;
  return {
    openapi: "3.1.1",
    info: {
      title: "Waypost: published lists of learning opportunities",
      version: "1.0.0",
      summary: "Read-only: what school districts publish for all their learners.",
      description:
        "Everything here is public and the same for everyone; no key is needed and no cookie is read. Fields and " +
        `parameters may be added within v1, none is taken away. ${rate.tries} requests in ${rate.seconds} seconds are ` +
        "answered to one address; answers that are kept ready are not counted. Ask again with the `ETag` you hold.",
      license: { name: "To be reused with attribution to the district", url: `${origin}/api#license` },
    },
    servers: [{ url: `${origin}/api/v1` }],
    tags: [{ name: "Lists" }],
    paths: Object.fromEntries(ENDPOINTS.map((endpoint) => [endpoint.path, { get: operationOf(endpoint, described) }])),
    components: { schemas: schemas(), headers: HEADERS },
  };
}

function operationOf(endpoint: Endpoint, { search, page }: Described) {
  const asked = { search: [...search, ...page], page, nothing: [] }[endpoint.takes];
  return {
    tags: ["Lists"],
    operationId: endpoint.operation,
    summary: endpoint.summary,
    description: endpoint.about,
    parameters: [
      ...[...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => {
        const { about, schema } = PATH_PARAMETERS[name]!;
        return { name, in: "path", required: true, description: about, schema };
      }),
      ...asked.map(parameter),
    ],
    responses: {
      200: {
        description: endpoint.summary,
        headers: headersOf("ETag", ...(endpoint.takes === "nothing" ? [] : ["Link"])),
        content: { "application/json": { schema: ref(endpoint.answer) } },
      },
      304: { description: "You hold it already", headers: headersOf("ETag") },
      ...Object.fromEntries([400, ...(endpoint.problems ?? []), 429, 503].map((status) => [status, told(status)])),
    },
  };
}

const parameter = ({ name, about, schema, isMany = false }: QueryParameter) => ({
  ...{ name, in: "query", required: false, description: about },
  schema: isMany ? { type: "array", items: schema } : schema,
  ...(isMany && { style: "form", explode: true }),
});

const told = (status: number) => ({
  description: Object.values(PROBLEMS).findLast((problem) => problem.status === status)?.title ?? "",
  headers: status === 429 || status === 503 ? headersOf("Retry-After") : {},
  content: { "application/problem+json": { schema: ref("Problem") } },
});

const ref = (schema: string) => ({ $ref: `#/components/schemas/${schema}` });

const HEADERS = {
  ETag: { description: "Send it back as `If-None-Match`", schema: { type: "string" } },
  Link: { description: 'The next page, `rel="next"`', schema: { type: "string" } },
  "Retry-After": { description: "Seconds to wait", schema: { type: "integer" } },
  RateLimit: {
    description: "What is left of the limit, and in how many seconds it is whole",
    schema: { type: "string" },
  },
  "RateLimit-Policy": { description: "The limit", schema: { type: "string" } },
} as const;

const headersOf = (...names: string[]) =>
  Object.fromEntries(
    [...names, "RateLimit", "RateLimit-Policy"].map((name) => [name, { $ref: `#/components/headers/${name}` }]),
  );

function schemas(): Record<string, unknown> {
  const made = z.toJSONSchema(apiSchemas, {
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => {
      // Fields may be added; and a format says what its pattern would.
      delete jsonSchema.additionalProperties;
      if (jsonSchema.format) delete jsonSchema.pattern;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
  return Object.fromEntries(
    Object.entries(made.schemas).map(([id, { $schema: _dialect, $id: _uri, ...schema }]) => [id, schema]),
  );
}
