import { execFile } from "node:child_process";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import postgres from "postgres";
import { afterEach, expect, it } from "vitest";
import { startEmbedded, type EmbeddedPostgres } from "./embedded.server.ts";

const run = promisify(execFile);
const begun: { server: EmbeddedPostgres; folder: string }[] = [];

async function start(folder: string) {
  const server = await startEmbedded(folder, ["-c fsync=off"]);
  begun.push({ server, folder });
  return server;
}

async function newFolder(mode: number) {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "waypost-embedded-"));
  await fs.chmod(folder, mode);
  return folder;
}

async function ask(url: string, work: (sql: postgres.Sql) => Promise<unknown>) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

const answers = (url: string) => ask(url, async (sql) => (await sql`select 42 as answer`)[0]?.answer);

afterEach(async () => {
  for (const { server } of begun.reverse()) await server.stop().catch(() => {});
  for (const { server, folder } of begun)
    for (const used of [server.home, folder]) await fs.rm(used, { recursive: true, force: true });
  begun.length = 0;
});

it("starts in a folder that only its owner may enter", async () => {
  const folder = path.join(await newFolder(0o700), "checkout", ".data");
  const { url } = await start(folder);
  expect(await answers(url)).toBe(42);
});

it("keeps its files where it is told to, in folders it makes", async () => {
  const folder = path.join(await newFolder(0o755), ".data", "postgres");
  expect((await start(folder)).home).toBe(folder);
});

it("keeps what was written from one start to the next", async () => {
  const folder = await newFolder(0o755);
  const first = await start(folder);
  await ask(first.url, (sql) => sql`create table kept as select 'still here' as word`);
  await first.stop();
  const { url } = await start(folder);
  expect(await ask(url, (sql) => sql`select word from kept`)).toMatchObject([{ word: "still here" }]);
});

it("uses a server that already runs on its files, and leaves it running", async () => {
  const folder = await newFolder(0o755);
  const first = await start(folder);
  const second = await start(folder);
  expect(second).toMatchObject({ url: first.url, started: false });
  await second.stop();
  expect(await answers(first.url)).toBe(42);
});

it("starts anew while the last server is still going", async () => {
  const folder = await newFolder(0o755);
  const first = await start(folder);
  const going = first.stop();
  const second = await start(folder);
  expect(second.started).toBe(true);
  expect(await answers(second.url)).toBe(42);
  // pg_ctl watches for the lock to go, and the second server may have made its own before it looked.
  await second.stop();
  await going;
});

it("starts over the lock of a server that was killed", async () => {
  const folder = await newFolder(0o755);
  await start(folder);
  const lock = path.join(folder, "data/postmaster.pid");
  const [pid] = (await fs.readFile(lock, "utf8")).split("\n");
  await run("kill", ["-9", pid!]);
  const { url } = await start(folder);
  expect(await answers(url)).toBe(42);
});

it("tells nobody without the password anything", async () => {
  const { url } = await start(await newFolder(0o755));
  const stranger = new URL(url);
  stranger.password = "guess";
  await expect(answers(stranger.href)).rejects.toMatchObject({ code: "28P01" });
});
