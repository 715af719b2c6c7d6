import { expect, it } from "vitest";
import { useTestDatabase } from "#tests/support/database.ts";
import { listCareerClusters } from "./reference.server.ts";

const database = useTestDatabase();

it("names the same 14 codes by the framework a district chose", async () => {
  const national = await listCareerClusters(database.db);
  const classic = await listCareerClusters(database.db, "classic");
  expect(national).toHaveLength(14);
  expect(classic.map(({ code }) => code)).toEqual(national.map(({ code }) => code));
  const names = Object.fromEntries(classic.map(({ code, name, nameEs }) => [code, [name, nameEs]]));
  expect(names["010300"]).toEqual(["Transportation, Distribution & Logistics", "Transporte, distribución y logística"]);
  expect(names["040300"]?.[0]).toBe("Government & Public Administration / Law, Public Safety, Corrections & Security");
  expect(new Set(classic.map(({ name }) => name)).size).toBe(14);
});
