import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, createdAt, id, oneOf } from "./columns.ts";
import { districts } from "./districts.ts";
import { users } from "./people.ts";

const LINK_PURPOSES = ["verify_email", "sign_in", "reset_password", "change_email", "guardian_code"] as const;
const ATTEMPT_STEPS = ["second_factor", "passkey", "passkey_registration"] as const;
const PROVIDER_KINDS = ["google", "microsoft", "clever", "classlink", "other"] as const;

const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => "bytea",
  toDriver: (value) => Buffer.from(value),
});

/**
 * A link or code that works once and not for long. What is sent is this row's id under a signature that only the
 * application can make: the table alone, stolen, opens nothing.
 */
export const oneTimeLinks = pgTable(
  "one_time_links",
  {
    id: id(),
    purpose: text("purpose", { enum: LINK_PURPOSES }).notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The address it was sent to, or the one it changes to; a link dies when the account's address is another. */
    email: text("email").notNull(),
    /** SHA-256 of the asking browser's token; another browser needs the code. */
    browserHash: text("browser_hash"),
    /** Wrong codes so far. */
    attempts: integer("attempts").notNull().default(0),
    expiresAt: at("expires_at").notNull(),
    usedAt: at("used_at"),
    createdAt: createdAt(),
  },
  (t) => [
    index("one_time_links_user").on(t.userId, t.purpose),
    index("one_time_links_expiry").on(t.expiresAt),
    oneOf("one_time_links_purpose", t.purpose, LINK_PURPOSES),
  ],
);

/** Signing in, between two steps: the id is the SHA-256 of a cookie's token, the browser's proof that it began. */
export const signInAttempts = pgTable(
  "sign_in_attempts",
  {
    id: text("id").primaryKey(),
    step: text("step", { enum: ATTEMPT_STEPS }).notNull(),
    /** Whose first factor was right; null while a passkey has yet to say who it is. */
    userId: uuid("user_id").references(() => users.id, { onDelete: "cascade" }),
    /** The passkey's challenge, the way of the first factor. */
    detail: jsonb("detail").$type<Record<string, string>>().notNull().default({}),
    attempts: integer("attempts").notNull().default(0),
    expiresAt: at("expires_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("sign_in_attempts_expiry").on(t.expiresAt), oneOf("sign_in_attempts_step", t.step, ATTEMPT_STEPS)],
);

/** An app that shows six digits (RFC 6238); the secret is sealed with the application's key. */
export const authenticators = pgTable("authenticators", {
  userId: uuid("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  sealedSecret: text("sealed_secret").notNull(),
  /** Null until the person typed a first right code. */
  confirmedAt: at("confirmed_at"),
  /** The time step of the last accepted code: it, and earlier ones, are not accepted again. */
  lastStep: bigint("last_step", { mode: "number" }).notNull().default(0),
  createdAt: createdAt(),
});

/** A code on paper for whoever lost their app; kept as a keyed hash, used once. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    codeHash: text("code_hash").notNull(),
    usedAt: at("used_at"),
    createdAt: createdAt(),
  },
  (t) => [index("recovery_codes_user").on(t.userId)],
);

/** A WebAuthn credential; the private half never leaves the person's device. */
export const passkeys = pgTable(
  "passkeys",
  {
    /** The credential's id, base64url. */
    id: text("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    publicKey: bytes("public_key").notNull(),
    /** Grows with each use where the device counts; a lower one is a copy. */
    counter: bigint("counter", { mode: "number" }).notNull(),
    transports: text("transports")
      .array()
      .notNull()
      .default(sql`'{}'`),
    isBackedUp: boolean("is_backed_up").notNull(),
    /** The person's own name for it. */
    name: text("name").notNull(),
    lastUsedAt: at("last_used_at"),
    createdAt: createdAt(),
  },
  (t) => [index("passkeys_user").on(t.userId)],
);

/** An OpenID Connect issuer a district's people may sign in with. */
export const identityProviders = pgTable(
  "identity_providers",
  {
    id: id(),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    kind: text("kind", { enum: PROVIDER_KINDS }).notNull(),
    /** As the button says it. */
    name: text("name").notNull(),
    issuer: text("issuer").notNull(),
    clientId: text("client_id").notNull(),
    /** Sealed with the application's key. */
    sealedClientSecret: text("sealed_client_secret").notNull(),
    disabledAt: at("disabled_at"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("identity_providers_issuer").on(t.districtId, t.issuer, t.clientId),
    oneOf("identity_providers_kind", t.kind, PROVIDER_KINDS),
  ],
);

/** Who a person is to an issuer: issuer and subject together, never an e-mail address. */
export const federatedIdentities = pgTable(
  "federated_identities",
  {
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => identityProviders.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] }), index("federated_identities_user").on(t.userId)],
);

/** How often something was tried lately, by a key that names rule and who; shared by all processes. */
export const rateLimits = pgTable("rate_limits", {
  key: text("key").primaryKey(),
  points: integer("points").notNull().default(0),
  expire: at("expire"),
});
