import type { Context, Coordinator, Partner } from "../context.ts";
import { recordEvent } from "./record-event.server.ts";

/** Tables that leave as a file, `records:codes.table`. */
export type DownloadedTable = "listings" | "partnerships" | "reports" | "imports" | "offered" | "coverage";

/** That a table left as a file: whose desk it left is in the log, not what was in it. */
export const noteDownload = (ctx: Context<Coordinator | Partner>, table: DownloadedTable) =>
  recordEvent(ctx, "table.downloaded", { id: ownerOf(ctx), detail: { table } });

const ownerOf = ({ actor }: Context<Coordinator | Partner>) =>
  actor.kind === "partner" ? actor.userId : actor.districtId;
