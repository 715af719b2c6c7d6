// Serves the built site on a new, seeded database in DATA_DIR; both are gone when it is told to stop.
import { spawn } from "node:child_process";
import fs from "node:fs";

const folder = process.env["DATA_DIR"];
if (!folder) throw new Error("DATA_DIR says where the data goes until the journeys are over");
fs.mkdirSync(folder, { recursive: true });
fs.chmodSync(folder, 0o755);
const { DATABASE_URL: _theirs, ...environment } = process.env;
const server = spawn(process.execPath, ["build/server/main.js", "--up"], { stdio: "inherit", env: environment });
for (const signal of /** @type {const} */ (["SIGTERM", "SIGINT"])) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => {
  fs.rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 1);
});
