import { randomBytes } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";

/** The application's secret: `APP_SECRET`, else one made at the first start and kept beside the embedded database. */
export async function locateSecret(secret: string | undefined, dataDir: string): Promise<string> {
  if (secret) return secret;
  const file = path.join(dataDir, "secret");
  await fs.mkdir(dataDir, { recursive: true });
  try {
    await fs.writeFile(file, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return fs.readFile(file, "utf8");
}
