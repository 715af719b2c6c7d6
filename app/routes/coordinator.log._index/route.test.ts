import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { districts, people } from "#db/seed/cast.ts";
import { recordEvent } from "#app/domain/events/record-event.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { action } from "../coordinator.log.download/route.ts";
import { loader } from "./route.tsx";

const database = useTestDatabase();
const read = async (query = "", as: string = people.ines.id, locale: "en" | "es" = "en") =>
  loader(await ask(database.db, { url: `/coordinator/log${query}`, as, context: { locale } }));

let minutes = 0;

/** Each a minute after the last: of one instant, none comes before another. */
async function closed(title: string) {
  const { listing } = await givenListing(database.db, { opportunity: { title } });
  const actor = { kind: "coordinator", userId: people.dana.id, districtId: districts.riverbend.id } as const;
  const now = new Date(TEST_NOW.getTime() - 3_600_000 + minutes++ * 60_000);
  await recordEvent({ db: database.db, now, actor }, "listing.closed", { id: listing.id });
  return listing;
}

describe("the log", () => {
  it("says in words what happened, who did it and to what, in the district's time", async () => {
    const listing = await closed("Bike helper");
    const { entries } = await read("?kind=listings");
    expect(entries[0]).toMatchObject({
      what: "Closed",
      when: expect.stringMatching(/\d{4}, .*[AP]M$/) as unknown,
      actor: { id: people.dana.id, name: "Dana Whitfield" },
      subject: { id: listing.id, title: "Bike helper", thing: "listing", isShown: true },
    });
    const { entries: enEspañol } = await read("?kind=listings", people.ines.id, "es");
    expect(enEspañol[0]).toMatchObject({ what: "Cerrada" });
  });

  it("is for admins: a coordinator is refused, and that is in the log", async () => {
    expect((await thrownBy(read("", people.dana.id))).status).toBe(403);
    expect((await thrownBy(action(await ask(database.db, { form: {}, as: people.dana.id })))).status).toBe(403);
    const { entries } = await read("?kind=refusal");
    expect(entries).toMatchObject([
      { what: "Was not let in", more: "a page for district admins", actor: { name: "Dana Whitfield" } },
    ]);
  });

  it("is downloaded with the same filter, safe for spreadsheets", async () => {
    await closed('=HYPERLINK("https://evil.example")');
    const response = await action(
      await ask(database.db, { form: { kind: "listings", person: "x" }, as: people.ines.id }),
    );
    expect(response.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    const [head, first, ...rest] = parse(Buffer.from(await response.arrayBuffer()), { bom: true });
    expect(head?.slice(0, 4)).toEqual(["When", "What happened", "Who did it", "About"]);
    expect(first?.slice(1, 4)).toEqual(["Closed", "Dana Whitfield", `'=HYPERLINK("https://evil.example")`]);
    expect(rest.every((cells) => cells[6]?.startsWith("listing."))).toBe(true);
    expect((await read("?kind=files")).entries).toMatchObject([{ what: "Log downloaded" }]);
  });
});
