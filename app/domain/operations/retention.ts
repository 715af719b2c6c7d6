/**
 * How many days a row is kept after it is over: what it was made for is done, or it can no longer be used. What is not
 * named here is kept until a person or their district removes it; the log is kept for good, and names nobody.
 */
export const KEPT_DAYS = {
  /** A signed-in browser that rested too long or whose time is over. */
  sessions: 0,
  /** Links and codes that were mailed. */
  one_time_links: 1,
  sign_in_attempts: 1,
  /** Answers to forms, for the same form sent twice. */
  acknowledgements: 30,
  /** How often something was tried lately. */
  rate_limits: 0,
  webhook_messages: 30,
  /** Accounts whose address nobody proved to read. */
  unverified_accounts: 7,
  /** Invitations that were accepted, taken back or ran out: they hold an address. */
  invitations: 180,
  /** Mails that were sent, or will not be. */
  mails: 90,
  /** Searches saved for an address that never answered the mail which asks whether it is theirs. */
  unconfirmed_searches: 3,
  /** Pictures that nothing shows any more, counted from the day they came. */
  pictures: 7,
  /** Booklets of the live list, which are printed again when somebody asks; an edition's are kept. */
  booklets: 2,
} as const satisfies Record<string, number>;

export type Kept = keyof typeof KEPT_DAYS;
