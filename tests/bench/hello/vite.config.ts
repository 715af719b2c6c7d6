import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

/** B2's reference: the site's own server around a Remix app of one page. */
export default defineConfig({
  plugins: [
    remix({
      appDirectory: "tests/bench/hello",
      buildDirectory: "build/hello",
      serverBuildFile: "main.js",
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: false,
        v3_routeConfig: true,
      },
    }),
    {
      name: "hello-server-input",
      config: (_config, { isSsrBuild }) =>
        isSsrBuild ? { build: { rollupOptions: { input: "app/server/main.ts" } } } : undefined,
    },
  ],
  build: { target: "es2022", copyPublicDir: false },
});
