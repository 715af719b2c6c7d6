import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** Server, Remix routes and worker are one bundle, so what a module holds exists once in the process. */
const serverInput: Plugin = {
  name: "waypost-server-input",
  config: (_config, { command, isSsrBuild }) =>
    command === "build" && isSsrBuild ? { build: { rollupOptions: { input: "app/server/main.ts" } } } : undefined,
};

export default defineConfig({
  plugins: [
    tailwindcss(),
    remix({
      serverBuildFile: "main.js",
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        // A client with a stale manifest would ask for routes that a newer server no longer has.
        v3_lazyRouteDiscovery: false,
        v3_routeConfig: true,
      },
    }),
    serverInput,
  ],
  // While developing, what browsers load is prepared before the first page. Searched for, it would include what routes
  // import for the server, and a second React when it is found late.
  optimizeDeps: { noDiscovery: true, include: ["react-dom", "i18next", "@conform-to/react"] },
  build: { target: "es2022", cssMinify: true },
});
