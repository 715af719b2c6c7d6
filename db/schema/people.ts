import { sql } from "drizzle-orm";
import { boolean, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id, oneOf } from "./columns.ts";
import { districts } from "./districts.ts";

/** A person with an account; what they may do follows from the rows that name them, never from this one. */
export const users = pgTable(
  "users",
  {
    id: id(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    /** argon2id; null means this person cannot sign in with a password. */
    passwordHash: text("password_hash"),
    locale: text("locale", { enum: ["en", "es"] })
      .notNull()
      .default("en"),
    /** Seeded for demonstration: refused at sign-in in production. */
    isDemo: boolean("is_demo").notNull().default(false),
    disabledAt: at("disabled_at"),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("users_email").on(sql`lower(${t.email})`), oneOf("users_locale", t.locale, ["en", "es"])],
);

/** A signed-in browser; the id is the SHA-256 of the cookie's token, so a dump opens no door. */
export const sessions = pgTable("sessions", {
  id: text("id").primaryKey(),
  userId: uuid("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" }),
  expiresAt: at("expires_at").notNull(),
  createdAt: createdAt(),
});

/** Who works for a district, and as what; a person is staff of one district. */
export const districtStaff = pgTable(
  "district_staff",
  {
    userId: uuid("user_id")
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    role: text("role", { enum: ["coordinator", "admin"] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [oneOf("district_staff_role", t.role, ["coordinator", "admin"])],
);
