import { index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea, createdAt, id } from "./columns.ts";
import { districts } from "./districts.ts";
import { users } from "./people.ts";

/** A picture that anyone may see, re-encoded here so that it holds nothing but its pixels. */
export const pictures = pgTable("pictures", {
  id: id(),
  mediaType: text("media_type", { enum: ["image/webp", "image/png", "image/jpeg"] }).notNull(),
  width: integer("width").notNull(),
  height: integer("height").notNull(),
  bytes: bytea("bytes").notNull(),
  /** Null once the account is deleted. */
  createdBy: uuid("created_by").references(() => users.id, { onDelete: "set null" }),
  createdAt: createdAt(),
});

/** A district's own file, an agreement or a certificate: only its staff may open it. */
export const privateFiles = pgTable(
  "private_files",
  {
    id: id(),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    name: text("name").notNull(),
    /** By its content, never by what the browser said. */
    mediaType: text("media_type", { enum: ["application/pdf", "image/png", "image/jpeg"] }).notNull(),
    size: integer("size").notNull(),
    bytes: bytea("bytes").notNull(),
    uploadedBy: uuid("uploaded_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [index("private_files_district").on(t.districtId)],
);
