import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id, oneOf } from "./columns.ts";
import { districts } from "./districts.ts";
import { users } from "./people.ts";

const STATES = ["waiting", "held", "sending", "sent", "digested", "suppressed", "dropped", "parked"] as const;
const CADENCES = ["at_once", "daily", "weekly", "never"] as const;
const SUPPRESSION_REASONS = ["bounced", "complained"] as const;

/**
 * One mail to one person, from the moment a verb said "tell them" to the provider's yes. Its id is the key by which a
 * provider knows it again, so it is sent once however often it is tried.
 */
export const mails = pgTable(
  "mails",
  {
    id: id(),
    /** The template, `<recipient>-<thing>-<what happened>`. */
    kind: text("kind").notNull(),
    /** Null for someone without an account, who is then named by `address` alone. */
    userId: uuid("user_id").references(() => users.id, { onDelete: "cascade" }),
    /** Null: the account's address at the time of sending. */
    address: text("address"),
    locale: text("locale", { enum: ["en", "es"] }).notNull(),
    /** Whose name and reply address it carries; null: the site's own. */
    districtId: uuid("district_id").references(() => districts.id),
    /** Ids only: what the mail says is read when it is sent. */
    data: jsonb("data").$type<Record<string, unknown>>().notNull(),
    /** `held` waits for a digest, `parked` for a person: it may or may not have been sent. */
    state: text("state", { enum: STATES }).notNull().default("waiting"),
    dueAt: at("due_at").notNull(),
    attempts: integer("attempts").notNull().default(0),
    firstTriedAt: at("first_tried_at"),
    sentAt: at("sent_at"),
    providerId: text("provider_id"),
    /** A short word, never a provider's text: that may quote an address. */
    problem: text("problem"),
    /**
     * What was handed over, sealed with the application's key: another try says the same, word for word, however much
     * has changed since. Gone once it was sent, except where the outbox keeps it for looking at.
     */
    sealedContent: text("sealed_content"),
    /** The digest that carried it. */
    digestId: uuid("digest_id"),
    createdAt: createdAt(),
  },
  (t) => [
    index("mails_due").on(t.state, t.dueAt),
    index("mails_user").on(t.userId, t.createdAt),
    index("mails_provider").on(t.providerId),
    oneOf("mails_state", t.state, STATES),
  ],
);

/** How often a person wants mails of a category; no row: the category's own default. */
export const mailPreferences = pgTable(
  "mail_preferences",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    category: text("category").notNull(),
    cadence: text("cadence", { enum: CADENCES }).notNull(),
    updatedAt: at("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.category] }), oneOf("mail_preferences_cadence", t.cadence, CADENCES)],
);

/** An address, lower-cased, that a provider told us takes no mail of ours. */
export const suppressions = pgTable(
  "suppressions",
  {
    address: text("address").primaryKey(),
    reason: text("reason", { enum: SUPPRESSION_REASONS }).notNull(),
    at: at("at").notNull(),
  },
  (t) => [oneOf("suppressions_reason", t.reason, SUPPRESSION_REASONS)],
);

/** Webhook messages that were acted on, so that none is acted on twice. */
export const webhookMessages = pgTable(
  "webhook_messages",
  {
    id: text("id").primaryKey(),
    receivedAt: at("received_at").notNull(),
  },
  (t) => [index("webhook_messages_received").on(t.receivedAt)],
);
