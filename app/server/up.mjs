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
// A Ctrl-C reaches the server from the terminal; a signal sent to this process alone is passed on.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => server.kill("SIGTERM"));
server.on("exit", (code) => process.exit(code ?? 1));
