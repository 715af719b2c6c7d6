import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, it } from "vitest";
import { apiDocument } from "#app/http/api/document.ts";
import { ENDPOINTS } from "#app/publishing/api/endpoints.ts";
import { FACET_GROUPS } from "#app/search/search-index.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { askProgram, programPaths } from "#tests/support/programs.ts";

const database = useTestDatabase();

it("is OpenAPI 3.1 by a validator that knows nothing of us", async () => {
  const answer = await askProgram(database.db, "/api/v1/openapi.json");
  const document = (await answer.json()) as ReturnType<typeof apiDocument>;
  const validator = new Validator();
  expect(await validator.validate(document)).toEqual({ valid: true });
  expect(validator.version).toBe("3.1");
  expect(Object.keys(validator.resolveRefs() ?? {})).toContain("paths");
});

it("describes every address there is, and the site's whole search", () => {
  const { paths } = apiDocument("http://localhost:3000");
  const there = programPaths.filter((path) => path.startsWith("/api/v1/") && !path.endsWith("openapi.json"));
  expect(there.toSorted()).toEqual(ENDPOINTS.map(({ path }) => `/api/v1${path}`).toSorted());
  const names = paths["/districts/{district}/listings"]!.get.parameters.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([...FACET_GROUPS, "q", "where", "within", "sort", "cursor", "page_size"]),
  );
});
