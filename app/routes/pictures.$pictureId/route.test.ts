import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { keepPicture } from "#app/domain/files/pictures.server.ts";
import { organizations, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asPartner } from "#tests/support/givens.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { loader } from "./route.ts";

const database = useTestDatabase();
const open = async (pictureId: string) =>
  loader(await ask(database.db, { url: `/pictures/${pictureId}`, params: { pictureId } }));

it("sends the bytes as what they are, to keep for good, and nothing that could run", async () => {
  const tomas = asPartner(database.db, people.tomas.id, [organizations.bluestem.id]);
  const bytes = new Uint8Array([1, 2, 3]);
  const answer = await open(await keepPicture(tomas, { mediaType: "image/webp", width: 1, height: 1, bytes }));
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "image/webp",
    "content-length": "3",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "cache-control": "public, max-age=31536000, immutable",
  });
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
});

it.each([randomUUID(), "x", "../secret"])("is not found: %s", async (id) => {
  expect((await thrownBy(open(id))).status).toBe(404);
});
