import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import "#app/i18n/catalogs.server.ts";
import type { Context, System } from "#app/domain/context.ts";
import { getDistrictBySlug, listDistricts } from "#app/domain/districts/districts.server.ts";
import { importFile, previewFile } from "#app/domain/imports/import-file.server.ts";
import type { FileProblem } from "#app/domain/imports/problems.ts";
import { listNameOf } from "#app/domain/imports/list-name.ts";
import { ImportMapping } from "#app/domain/imports/mapping.ts";
import { parseEnv } from "#app/env.server.ts";
import { translator } from "#app/i18n/translator.ts";
import { connect } from "#db/client.server.ts";
import { locateDatabase } from "#db/locate.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { describeReport } from "./import-report.ts";

/** `npm run import`: brings a CSV file of opportunities into a district. Exit 1 when nothing could be read or asked. */
const t = translator("en");

class Unusable extends Error {}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      district: { type: "string" },
      source: { type: "string" },
      map: { type: "string" },
      "shift-dates": { type: "boolean", default: false },
      publish: { type: "boolean", default: false },
      review: { type: "boolean", default: false },
      "dry-run": { type: "boolean", default: false },
    },
  });
  const [what, file, ...rest] = positionals;
  if (what !== "postings" || !file || rest.length || !values.district || (values.publish && values.review))
    throw new Unusable(t("imports:command.usage"));
  return { file, district: values.district, flags: values };
}

async function readMapping(file: string | undefined) {
  if (!file) return undefined;
  try {
    return ImportMapping.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new Unusable(t("imports:command.bad_map", { file, reason }));
  }
}

async function readBytes(file: string) {
  try {
    return await readFile(file);
  } catch (error) {
    throw new Unusable(t("imports:command.no_file", { file, reason: (error as NodeJS.ErrnoException).code ?? "" }));
  }
}

async function run(ctx: Context<System>, { file, district: slug, flags }: ReturnType<typeof readArguments>) {
  const district = await getDistrictBySlug(ctx.db, slug);
  if (!district) {
    const slugs = (await listDistricts(ctx.db)).map((known) => known.slug).join(", ");
    throw new Unusable(t("imports:command.no_district", { slug, slugs }));
  }
  const posting = {
    districtId: district.id,
    fileName: path.basename(file),
    bytes: await readBytes(file),
    mapping: await readMapping(flags.map),
    options: {
      mode: flags.review ? ("review" as const) : ("publish" as const),
      shiftDates: flags["shift-dates"],
      source: flags.source ?? listNameOf(file),
    },
  };
  const began = performance.now();
  const outcome = flags["dry-run"] ? await previewFile(ctx, posting) : await importFile(ctx, posting);
  if (!outcome.ok) throw new Unusable(whyRefused(outcome.refusal));
  for (const line of describeReport(outcome.value, posting.options, t)) console.log(line);
  if (flags["dry-run"]) console.log(t("imports:command.dry_run"));
  const seconds = (performance.now() - began) / 1000;
  const rate = Math.round(outcome.value.rows / seconds).toLocaleString("en");
  console.log(t("imports:command.took", { seconds: seconds.toFixed(1), rate }));
}

function whyRefused(refusal: FileProblem | "not_found" | "not_started") {
  if (refusal === "not_found" || refusal === "not_started") return t("imports:refusals.not_found");
  return t(`imports:file.${refusal}`);
}

async function main() {
  const asked = readArguments();
  const env = parseEnv(process.env);
  const database = await locateDatabase(env.databaseUrl, env.dataDir);
  await migrate(database.url);
  const connection = connect(database.url, { statementTimeoutMs: 60_000 });
  try {
    await run({ db: connection.db, now: new Date(), actor: { kind: "system", userId: null } }, asked);
  } finally {
    await connection.end();
    await database.stop();
  }
}

try {
  await main();
} catch (error) {
  const isOptions = error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
  if (!(error instanceof Unusable) && !isOptions) throw error;
  console.error(error.message);
  if (isOptions) console.error(t("imports:command.usage"));
  process.exitCode = 1;
}
