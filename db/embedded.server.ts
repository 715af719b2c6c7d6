import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs/promises";
import net from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import postgres from "postgres";
import { unprivileged, reachableBinaries, reachableHome, type Account } from "./embedded-account.server.ts";

const run = promisify(execFile);
const DATABASE = "waypost";
/** A fast shutdown takes this long at most. */
const GOING_MS = 15_000;

export interface EmbeddedPostgres {
  /** Of the application's database, created when missing. */
  url: string;
  /** Where its files really are. */
  home: string;
  /** False when a server was found running: it belongs to someone else, and `stop` leaves it alone. */
  started: boolean;
  stop(): Promise<void>;
}

interface Server {
  account: Account;
  pgCtl: string;
  initdb: string;
  /** Folder of the cluster, its password and its log. */
  home: string;
}

/**
 * Runs the real Postgres from npm's binary packages, with its files in `dir` (or, when the account it must run as
 * cannot reach that folder, in one it can). A server that already runs on the same files is used, not started again.
 * `flags` are passed to postgres: `["-c fsync=off"]`.
 */
export async function startEmbedded(dir: string, flags: string[] = []): Promise<EmbeddedPostgres> {
  const account = await unprivileged();
  const home = await reachableHome(path.resolve(dir), account);
  const binaries = await reachableBinaries(home, account);
  const server: Server = { account, home, pgCtl: path.join(binaries, "pg_ctl"), initdb: path.join(binaries, "initdb") };
  const password = await initialize(server);
  const running = await runningPort(server, password);
  const port = running ?? (await start(server, flags));
  await createDatabase(port, password);
  return {
    url: connectionUrl(port, password, DATABASE),
    home,
    started: running === null,
    stop: async () => {
      if (running === null) await pgCtl(server, "-m", "fast", "-w", "stop");
    },
  };
}

const data = (server: Server) => path.join(server.home, "data");
const connectionUrl = (port: number, password: string, database: string) =>
  `postgres://waypost:${password}@127.0.0.1:${port}/${database}`;

function asAccount(server: Server) {
  return { ...server.account.ids, cwd: server.home, env: { ...process.env, LC_ALL: "C.UTF-8" } };
}

const pgCtl = (server: Server, ...args: string[]) =>
  run(server.pgCtl, ["-D", data(server), ...args], asAccount(server));

async function initialize(server: Server): Promise<string> {
  const passwordFile = path.join(server.home, "password");
  const known = await fs.readFile(passwordFile, "utf8").catch(() => null);
  const initialized = await fs.access(path.join(data(server), "PG_VERSION")).then(
    () => true,
    () => false,
  );
  if (known && initialized) return known;
  // A first start that was cut off leaves a half-made cluster, which initdb refuses.
  await fs.rm(data(server), { recursive: true, force: true });
  const password = randomBytes(24).toString("hex");
  await fs.writeFile(passwordFile, password, { mode: 0o600 });
  await server.account.own(passwordFile);
  const options = ["-U", "waypost", "-A", "scram-sha-256", `--pwfile=${passwordFile}`, "-E", "UTF8"];
  await run(
    server.initdb,
    ["-D", data(server), ...options, "--locale=C.UTF-8", "--no-instructions"],
    asAccount(server),
  );
  return password;
}

/** The port of a live server on these files; null when there is none. One that comes up or goes is waited for. */
async function runningPort(server: Server, password: string): Promise<number | null> {
  const lock = path.join(data(server), "postmaster.pid");
  for (const deadline = Date.now() + GOING_MS; Date.now() < deadline;) {
    const alive = await pgCtl(server, "status").then(
      () => true,
      () => false,
    );
    const [pid, , , port] = alive ? (await fs.readFile(lock, "utf8")).split("\n") : [];
    if (!pid) return null;
    if (await answers(Number(port), password)) return Number(port);
    if (await isZombie(pid)) {
      await fs.rm(lock, { force: true });
      return null;
    }
    await pause();
  }
  throw new Error(`A Postgres holds ${data(server)} but does not answer; its log is in ${server.home}.`);
}

/** A server that shuts down still accepts connections, and refuses what is asked on them. */
async function answers(port: number, password: string): Promise<boolean> {
  return administer(port, password, async (sql) => (await sql`select 1`).length === 1).catch(() => false);
}

/** Killed, but never waited for, as happens in a container without an init: pg_ctl takes it for a live one. */
async function isZombie(pid: string): Promise<boolean> {
  const stat = await fs.readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return / Z /.test(stat.slice(stat.lastIndexOf(")")));
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 250));

async function start(server: Server, flags: string[]): Promise<number> {
  const log = path.join(server.home, "postgres.log");
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    // No socket file: its path may have 107 bytes, and a checkout can be deeper.
    const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' ${flags.join(" ")}`;
    try {
      await pgCtl(server, "-l", log, "-w", "-t", "30", "-o", options, "start");
      return port;
    } catch (error) {
      // A killed parent's postmaster may still be leaving, its lock file with it.
      if (attempt === 20) throw new Error(`Postgres did not start; its log is ${log}`, { cause: error });
      await pause();
    }
  }
}

function createDatabase(port: number, password: string) {
  return administer(port, password, async (sql) => {
    const [found] = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (!found) await sql`create database ${sql(DATABASE)}`;
  });
}

async function administer<T>(port: number, password: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  // A server that is going may take a connection and never answer on it.
  const sql = postgres(connectionUrl(port, password, "postgres"), { max: 1, connect_timeout: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
