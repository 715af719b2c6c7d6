import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "node",
    include: ["{app,db,emails,tests}/**/*.test.{ts,tsx}"],
    globalSetup: "tests/setup/database.ts",
    setupFiles: ["tests/setup/every-file.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // One Postgres and two cores serve all files.
    maxWorkers: 2,
  },
});
