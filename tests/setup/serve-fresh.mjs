// Serves the built site on a new, seeded database; both are gone when it is told to stop.
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "waypost-journeys-"));
fs.chmodSync(folder, 0o755);
const { DATABASE_URL: _theirs, ...environment } = process.env;
const server = spawn(process.execPath, ["build/server/main.js", "--up"], {
  stdio: "inherit",
  env: { ...environment, DATA_DIR: folder },
});
for (const signal of /** @type {const} */ (["SIGTERM", "SIGINT"])) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => {
  fs.rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 1);
});
