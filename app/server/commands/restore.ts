import { readFile, stat } from "node:fs/promises";
import "#app/i18n/catalogs.server.ts";
import type { ArchiveProblem } from "#app/domain/exchange/archive.ts";
import { restoreDistrict } from "#app/domain/exchange/restore-district.server.ts";
import type { Outcome } from "#app/domain/context.ts";
import type { Restored } from "#app/domain/exchange/restore-district.server.ts";
import { parseEnv } from "#app/env.server.ts";
import { MAX_ARCHIVE_BYTES, readArchive } from "#app/http/archive-reader.server.ts";
import { translator } from "#app/i18n/translator.ts";
import { connect } from "#db/client.server.ts";
import { locateDatabase } from "#db/locate.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { loadReference } from "#db/reference/load.server.ts";

/** `npm run restore -- FILE`: brings a district back from its archive. Exit 1 when it can't be read or does not fit. */
const t = translator("en");

async function restore(file: string): Promise<Outcome<Restored, ArchiveProblem>> {
  if ((await stat(file)).size > MAX_ARCHIVE_BYTES) return { ok: false, refusal: "too_big" };
  const archive = readArchive(await readFile(file));
  if (!archive.ok) return archive;
  const env = parseEnv(process.env);
  const located = await locateDatabase(env.databaseUrl, env.dataDir);
  await migrate(located.url);
  const { db, end } = connect(located.url, { statementTimeoutMs: 0 });
  try {
    await loadReference(db);
    return await restoreDistrict({ db, now: new Date(), actor: { kind: "system", userId: null } }, archive.value);
  } finally {
    await end();
    await located.stop();
  }
}

const [file, ...rest] = process.argv.slice(2);
if (!file || rest.length) {
  console.error(t("exchange:restore.usage"));
  process.exit(1);
}
try {
  const outcome = await restore(file);
  if (outcome.ok) console.log(t("exchange:restore.done", { slug: outcome.value.slug, rows: outcome.value.rows }));
  else {
    console.error(t(`exchange:restore.problems.${outcome.refusal}`));
    process.exitCode = 1;
  }
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  console.error(t("exchange:restore.no_file", { file }));
  process.exitCode = 1;
}
