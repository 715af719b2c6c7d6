import { execFile } from "node:child_process";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { ended, freePort, startNode, untilReady } from "#tests/support/node-process.ts";

/** A district's archive brought into an instance that has nothing yet, as its README says; what it serves, and its end. */
export async function restoredSite(archive: string) {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "waypost-restored-"));
  await fs.chmod(folder, 0o755);
  const port = await freePort();
  const env = { DATA_DIR: folder, PORT: String(port), NODE_ENV: "production" as const, LOG_LEVEL: "warn" };
  const restored = await promisify(execFile)("npm", ["run", "--silent", "restore", "--", archive], {
    env: { ...process.env, ...env },
  });
  const server = startNode(["build/server/main.js", "--up"], { env });
  await untilReady(port, server);
  return {
    said: restored.stdout,
    read: async (address: string) => (await fetch(`http://localhost:${port}${address}`)).text(),
    stop: async () => {
      await ended(server);
      await fs.rm(folder, { recursive: true, force: true });
    },
  };
}
