import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { sql, type SQL } from "drizzle-orm";
import type { Database } from "../database.ts";

interface ReferenceTable {
  name: string;
  key: string[];
  columns: Record<string, "text" | "double precision">;
}

const scores = {
  realistic: "double precision",
  investigative: "double precision",
  artistic: "double precision",
  social: "double precision",
  enterprising: "double precision",
  conventional: "double precision",
} as const;

/** In the order their foreign keys ask for. A file's name is its table's, with dashes. */
const TABLES: ReferenceTable[] = [
  {
    name: "career_clusters",
    key: ["code"],
    columns: { code: "text", group_code: "text", name: "text", name_es: "text" },
  },
  {
    name: "sub_clusters",
    key: ["code"],
    columns: { code: "text", cluster_code: "text", name: "text", name_es: "text", ...scores },
  },
  { name: "classic_clusters", key: ["code"], columns: { code: "text", name: "text", name_es: "text" } },
  {
    name: "classic_crosswalk",
    key: ["classic_code", "cluster_code"],
    columns: { classic_code: "text", cluster_code: "text" },
  },
  {
    name: "zip_points",
    key: ["zip"],
    columns: {
      zip: "text",
      city: "text",
      state: "text",
      latitude: "double precision",
      longitude: "double precision",
    },
  },
];

/** Below the project's root, where every command of the project is run. */
const FOLDER = path.resolve("db/reference");

/**
 * Brings the reference tables to what the files say; rows a file no longer has are kept, since listings may name them.
 * Call after the migrations. The digest of all files is kept as a comment on the last table, so that an unchanged set
 * costs one small query.
 */
export async function loadReference(db: Database, folder = FOLDER): Promise<void> {
  const files = await Promise.all(TABLES.map((table) => readFile(path.join(folder, fileName(table)), "utf8")));
  const digest = createHash("sha256").update(files.join("\f")).digest("hex");
  const tables = TABLES.map((table, i) => ({ table, rows: parse(table, files[i] ?? "") }));
  if (await isLoaded(db, digest, tables)) return;
  await db.transaction(async (tx) => {
    for (const { table, rows } of tables) await upsert(tx, table, rows);
    await tx.execute(sql`comment on table zip_points is ${sql.raw(`'reference ${digest}'`)}`);
  });
}

const fileName = (table: ReferenceTable) => `${table.name.replaceAll("_", "-")}.tsv`;

type Row = Record<string, string>;

function parse(table: ReferenceTable, text: string): Row[] {
  const [header = "", ...lines] = text.trimEnd().split("\n");
  const names = Object.keys(table.columns);
  if (header !== names.join("\t")) throw new Error(`${fileName(table)}: columns must be ${names.join(", ")}`);
  return lines.map((line, i) => {
    const cells = line.split("\t");
    if (cells.length !== names.length) throw new Error(`${fileName(table)} line ${i + 2}: ${cells.length} cells`);
    return Object.fromEntries(names.map((name, column) => [name, cells[column] ?? ""]));
  });
}

async function isLoaded(db: Database, digest: string, tables: { table: ReferenceTable; rows: Row[] }[]) {
  const counts = tables.map(({ table }) => sql`(select count(*) from ${sql.identifier(table.name)})::int`);
  const [found] = await db.execute<{ digest: string | null; counts: number[] }>(
    sql`select obj_description('zip_points'::regclass) as digest, array[${sql.join(counts, sql`, `)}] as counts`,
  );
  return (
    found?.digest === `reference ${digest}` && tables.every(({ rows }, i) => (found.counts[i] ?? 0) >= rows.length)
  );
}

async function upsert(tx: Database, table: ReferenceTable, rows: Row[]) {
  const columns = Object.entries(table.columns);
  const names = columns.map(([name]) => sql.identifier(name));
  const updates: SQL[] = columns
    .filter(([name]) => !table.key.includes(name))
    .map(([name]) => sql`${sql.identifier(name)} = excluded.${sql.identifier(name)}`);
  const onConflict = updates.length > 0 ? sql`do update set ${sql.join(updates, sql`, `)}` : sql`do nothing`;
  // One JSON parameter a table: 41,000 ZIP codes would need more parameters than a statement may have.
  await tx.execute(sql`
    insert into ${sql.identifier(table.name)} (${sql.join(names, sql`, `)})
    select ${sql.join(names, sql`, `)}
    from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as row_of_file(${sql.raw(columns.map(([name, type]) => `${name} ${type}`).join(", "))})
    on conflict (${sql.join(
      table.key.map((name) => sql.identifier(name)),
      sql`, `,
    )}) ${onConflict}`);
}
