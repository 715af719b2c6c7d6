import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id, oneOf } from "./columns.ts";
import { districts, schools } from "./districts.ts";

const STAFF_ROLES = ["coordinator", "admin"] as const;
const textList = (name: string) =>
  text(name)
    .array()
    .notNull()
    .default(sql`'{}'`);
const SIGN_IN_METHODS = ["password", "email_link", "passkey", "federated"] as const;

/** A person with an account; what they may do follows from the rows that name them, never from this one. */
export const users = pgTable(
  "users",
  {
    id: id(),
    email: text("email").notNull(),
    /** When the person proved that they read mail to this address; null: not yet, and they cannot sign in. */
    emailVerifiedAt: at("email_verified_at"),
    name: text("name").notNull(),
    /** argon2id; null means this person cannot sign in with a password. */
    passwordHash: text("password_hash"),
    locale: text("locale", { enum: ["en", "es"] })
      .notNull()
      .default("en"),
    /** Seeded for demonstration: refused at sign-in in production. */
    isDemo: boolean("is_demo").notNull().default(false),
    /** Last request while signed in, to within a few minutes; outlives the session. */
    lastSeenAt: at("last_seen_at"),
    disabledAt: at("disabled_at"),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("users_email").on(sql`lower(${t.email})`), oneOf("users_locale", t.locale, ["en", "es"])],
);

/** A signed-in browser; the id is the SHA-256 of the cookie's token, so a dump opens no door. */
export const sessions = pgTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    /** For naming a session to its owner without showing its id. */
    publicId: uuid("public_id")
      .notNull()
      .unique()
      .default(sql`gen_random_uuid()`),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Without another request the session ends then. */
    expiresAt: at("expires_at").notNull(),
    /** However busy, it ends then. */
    endsAt: at("ends_at").notNull(),
    /** How long it may rest, by the roles its person had when it began. */
    idleSeconds: integer("idle_seconds").notNull(),
    lastSeenAt: at("last_seen_at").notNull(),
    /** "Firefox on Windows": said by the browser, without a place. */
    device: text("device").notNull(),
    method: text("method", { enum: SIGN_IN_METHODS }).notNull(),
    /** When a second factor was proven in this session; null: the person has none. */
    secondFactorAt: at("second_factor_at"),
    createdAt: createdAt(),
  },
  (t) => [index("sessions_user").on(t.userId), oneOf("sessions_method", t.method, SIGN_IN_METHODS)],
);

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
    role: text("role", { enum: STAFF_ROLES }).notNull(),
    /** The role is taken away, the row stays as the record of who did so. */
    disabledAt: at("disabled_at"),
    disabledBy: uuid("disabled_by"),
    createdAt: createdAt(),
  },
  (t) => [oneOf("district_staff_role", t.role, STAFF_ROLES), index("district_staff_district").on(t.districtId)],
);

/** A learner of a district with an account, 13 or older. */
export const students = pgTable(
  "students",
  {
    userId: uuid("user_id")
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    schoolId: uuid("school_id").references(() => schools.id),
    createdAt: createdAt(),
  },
  (t) => [index("students_district").on(t.districtId)],
);

/** A parent or guardian with an account in a district; which children are theirs is a guardianship each. */
export const parents = pgTable(
  "parents",
  {
    userId: uuid("user_id")
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    createdAt: createdAt(),
  },
  (t) => [index("parents_district").on(t.districtId)],
);

/** A parent and a student who are family: true once both said so, or the school did; it can be ended. */
export const guardianships = pgTable(
  "guardianships",
  {
    id: id(),
    parentId: uuid("parent_id")
      .notNull()
      .references(() => parents.userId, { onDelete: "cascade" }),
    studentId: uuid("student_id")
      .notNull()
      .references(() => students.userId, { onDelete: "cascade" }),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    parentSaidAt: at("parent_said_at"),
    studentSaidAt: at("student_said_at"),
    schoolSaidAt: at("school_said_at"),
    schoolSaidBy: uuid("school_said_by").references(() => users.id, { onDelete: "set null" }),
    endedAt: at("ended_at"),
    endedBy: uuid("ended_by"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("guardianships_alive")
      .on(t.parentId, t.studentId)
      .where(sql`${t.endedAt} is null`),
    index("guardianships_student").on(t.studentId),
  ],
);

/**
 * What a student wrote about themselves to find what fits: all of it optional, read by the student and the parents linked
 * with them and by nobody else. No street, no birthday, and the answers only where the student asked to keep them.
 */
export const studentProfiles = pgTable(
  "student_profiles",
  {
    studentId: uuid("student_id")
      .primaryKey()
      .references(() => students.userId, { onDelete: "cascade" }),
    version: integer("version").notNull().default(1),
    /** The year of graduation, of which the grade follows in every school year. */
    classOf: integer("class_of"),
    birthYear: integer("birth_year"),
    birthMonth: integer("birth_month"),
    /** To the interest questions, as an address writes them. */
    answers: text("answers"),
    clusters: textList("clusters"),
    pathwayIds: uuid("pathway_ids")
      .array()
      .notNull()
      .default(sql`'{}'`),
    freeAt: textList("free_at"),
    travel: textList("travel"),
    withinMiles: integer("within_miles"),
    /** Where the way begins; null: at the school. */
    zip: text("zip"),
    languages: textList("languages"),
    needs: textList("needs"),
    skills: textList("skills"),
    changedBy: uuid("changed_by").references(() => users.id, { onDelete: "set null" }),
    changedAt: at("changed_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    check("student_profiles_birth", sql`(${t.birthYear} is null) = (${t.birthMonth} is null)`),
    check("student_profiles_zip", sql`${t.zip} ~ '^\\d{5}$'`),
  ],
);

/** Who runs the platform: creates districts, watches health, reads nobody's data in passing. */
export const operators = pgTable("operators", {
  userId: uuid("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  createdAt: createdAt(),
});
