import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import net from "node:net";
import os from "node:os";

const canPin = process.platform === "linux" && os.cpus().length > 1 && spawnSync("taskset", ["-V"]).status === 0;

/** Runs Node, on one core where that is possible: what serves and what asks must not share one. */
export function startNode(
  args: string[],
  { core, cwd, env = {} }: { core?: number | undefined; cwd?: string; env?: Record<string, string> } = {},
) {
  const command = [process.execPath, ...args];
  const pinned = core !== undefined && canPin ? ["taskset", "-c", String(core), ...command] : command;
  const [program = process.execPath, ...rest] = pinned;
  return spawn(program, rest, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
}

export function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

/** Resolves once the site on `port` says it is ready; throws when its process ended or 30 seconds went by. */
export async function untilReady(port: number, child: ChildProcess, output = () => "") {
  for (let i = 0; i < 300; i++) {
    if (child.exitCode !== null) throw new Error(`the site did not start:\n${output()}`);
    const ready = await fetch(`http://localhost:${port}/health/ready`).catch(() => null);
    if (ready?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the site was not ready after 30 s:\n${output()}`);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
