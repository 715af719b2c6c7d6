import fs from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { pino } from "pino";
import { startServer, type RunningServer, type ServerParts } from "#app/server/start.ts";
import type { Database } from "#db/database.ts";
import { testKeys } from "./keys.ts";

export type Options = Partial<Omit<ServerParts, "env" | "keys" | "log">> & {
  db: Database;
  databaseUrl: string;
  env?: Partial<ServerParts["env"]>;
  /** Log lines as written, to look for what must not be there. */
  lines?: string[];
};

export interface TestServer extends RunningServer {
  port: number;
  /** By the loopback, with the headers of a browser's own form where it posts. */
  get(address: string, headers?: Record<string, string>): Promise<Response>;
  post(address: string, body: BodyInit | null, headers?: Record<string, string>): Promise<Response>;
  /** Writes `text` to a socket and answers what came back until the server closed it or `patience` ms passed. */
  raw(text: string, patience?: number): Promise<string>;
}

const NO_SEARCH: ServerParts["search"] = {
  name: "none",
  put: () => Promise.resolve([]),
  remove: () => Promise.resolve(),
  search: () => Promise.reject(new Error("not asked in these tests")),
  suggest: () => Promise.reject(new Error("not asked in these tests")),
  versions: () => Promise.resolve(new Map()),
  rebuild: () => Promise.resolve([]),
};

/** The real server on a free port, with a stand-in for Remix that echoes unless another is given. */
export async function startTestServer({ env, lines = [], ...parts }: Options): Promise<TestServer> {
  const log = pino({ level: "info", base: undefined }, { write: (line: string) => void lines.push(line) });
  const server = await startServer({
    search: NO_SEARCH,
    render: () => Promise.resolve(new Response("<h1>page</h1>", { headers: { "Content-Type": "text/html" } })),
    migrationsComplete: () => Promise.resolve(true),
    clientFolder: path.join(os.tmpdir(), "waypost-no-client"),
    ...parts,
    env: {
      ...{ mode: "production", host: "127.0.0.1", port: 0, origin: undefined, demo: true, proxies: 0, issuers: [] },
      mail: { from: "Waypost <no-reply@waypost.example>", route: { by: "outbox" }, outboxShown: true },
      ...env,
    },
    keys: testKeys,
    log,
  });
  const port = Number(new URL(server.local).port);
  const at = (address: string) => `http://127.0.0.1:${port}${address}`;
  return {
    ...server,
    port,
    get: (address, headers = {}) => fetch(at(address), { headers, redirect: "manual" }),
    post: (address, body, headers = {}) =>
      fetch(at(address), {
        method: "POST",
        body,
        redirect: "manual",
        headers: { "Sec-Fetch-Site": "same-origin", Origin: `http://127.0.0.1:${port}`, ...headers },
      }),
    raw: (text, patience = 3_000) => exchange(port, text, patience),
  };
}

function exchange(port: number, text: string, patience: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1");
    let received = "";
    const finish = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(received);
    };
    const timer = setTimeout(finish, patience);
    socket.setEncoding("latin1");
    socket.on("data", (chunk: string) => (received += chunk));
    socket.on("error", finish).on("close", finish);
    socket.write(text, "latin1");
  });
}

/** A folder of built files for the server to serve. */
export async function clientFolderWith(files: Record<string, string | Buffer>): Promise<string> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "waypost-client-"));
  for (const [name, content] of Object.entries(files)) {
    await fs.mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await fs.writeFile(path.join(folder, name), content);
  }
  return folder;
}
