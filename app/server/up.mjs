// `npm run up`: from a fresh checkout to the site in a browser.
import { spawn } from "node:child_process";
import { build, install, requireNode, ROOT, say } from "./prepare.mjs";

requireNode();
await install();
await build();

say("Starting");
const server = spawn(process.execPath, ["build/server/main.js", "--up"], {
  cwd: ROOT,
  stdio: "inherit",
  env: { NODE_ENV: "production", ...process.env },
});
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 1));
