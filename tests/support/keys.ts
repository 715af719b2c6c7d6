import { createKeys } from "#app/auth/keys.server.ts";

/** The application's keys in every test. */
export const testKeys = createKeys("the secret of every test, 32 characters");

/** What a worker needs to send mail, kept in the outbox. */
export const mailing = {
  keys: testKeys,
  origin: "http://localhost:3000",
  mail: { from: "Waypost <no-reply@waypost.example>", route: { by: "outbox" as const }, outboxShown: true },
};
