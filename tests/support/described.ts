import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect } from "vitest";
import { apiDocument } from "#app/http/api/document.ts";

const document = apiDocument("http://localhost:3000");
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ ...document, $id: "document" });

const pathnames = Object.keys(document.paths).map((path) => ({
  path,
  pattern: new RegExp(`^/api/v1${path.replace(/\{\w+\}/g, "[^/]+")}$`),
}));

/** Holds an answer against what the OpenAPI document says of its address and status; its text, read. */
export async function asDescribed(url: string, answer: Response): Promise<unknown> {
  const { pathname } = new URL(url, "http://localhost:3000");
  const path = pathnames.find(({ pattern }) => pattern.test(pathname))?.path;
  const type = answer.headers.get("content-type")?.split(";")[0];
  const pointer = ["paths", path ?? "", "get", "responses", String(answer.status), "content", type ?? "", "schema"];
  const schema = pointer.map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1")).map(encodeURIComponent);
  const body: unknown = await answer.json();
  const validate = ajv.getSchema(`document#/${schema.join("/")}`);
  expect(validate, `${answer.status} ${type} of ${path} is described`).toBeDefined();
  expect(validate!(body) ? null : validate!.errors).toBeNull();
  return body;
}

/** Holds what stands outside of the API, but is made of its resources, against a schema of the document. */
export function asSchema(name: string, body: unknown) {
  const validate = ajv.getSchema(`document#/components/schemas/${name}`)!;
  expect(validate(body) ? null : validate.errors).toBeNull();
}
