import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { districts } from "#db/schema/districts.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { loader } from "./route.tsx";

const database = useTestDatabase();

describe("the site's home", () => {
  it("lets one choose between districts", async () => {
    const { districts: offered } = await loader(await ask(database.db));
    expect(offered.map(({ slug }) => slug)).toEqual(["lakeshore", "riverbend"]);
  });

  it("leads to the only district, in the reader's language", async () => {
    const rollback = new Error("rolled back");
    const alone = database.db.transaction(async (tx) => {
      await tx.execute("set local session_replication_role = replica");
      await tx.delete(districts).where(eq(districts.slug, "lakeshore"));
      const response = await thrownBy(loader(await ask(tx, { context: { locale: "es" } })));
      expect(response.headers.get("Location")).toBe("/es/riverbend");
      throw rollback;
    });
    await expect(alone).rejects.toBe(rollback);
  });
});
