import fs from "node:fs";

/** Written beside the server's bundle by the build; while developing, Vite serves the module itself. */
const MANIFEST = new URL("./assets.json", import.meta.url);
const DEVELOPMENT = { enhance: "/app/enhance/main.ts" };

let assets: { enhance: string } | undefined;

/** Address of the small script that public pages load; they work without it. */
export function enhanceUrl(): string {
  assets ??= fs.existsSync(MANIFEST)
    ? (JSON.parse(fs.readFileSync(MANIFEST, "utf8")) as typeof DEVELOPMENT)
    : DEVELOPMENT;
  return assets.enhance;
}
