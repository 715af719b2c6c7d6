import { execFile, execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";

const run = promisify(execFile);

/**
 * Finds the server behind `db` (by Linux' /proc), to be restarted on its files and its port. `immediate` is Postgres'
 * word for dying without a word: no checkpoint, every connection cut, recovery from the log afterwards.
 */
export async function restartable(db: Database): Promise<(mode: "fast" | "immediate") => Promise<void>> {
  const [row] = await db.execute<{ folder: string; pid: number }>(
    sql`select current_setting('data_directory') as folder, pg_backend_pid() as pid`,
  );
  if (!row) throw new Error("no server");
  const pgCtl = path.join(path.dirname(fs.readlinkSync(`/proc/${parentOf(row.pid)}/exe`)), "pg_ctl");
  const { uid, gid } = fs.statSync(row.folder);
  const log = path.join(path.dirname(row.folder), "postgres.log");
  const as = { uid, gid, cwd: path.dirname(row.folder), env: { ...process.env, LC_ALL: "C.UTF-8" } };
  return async (mode) => {
    await run(pgCtl, ["-D", row.folder, "-m", mode, "-w", "-l", log, "restart"], as);
  };
}

function parentOf(pid: number): number {
  return Number(execFileSync("ps", ["-o", "ppid=", "-p", String(pid)]).toString());
}
