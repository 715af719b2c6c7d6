/**
 * How often the same thing may be tried, the one table of it. `account` counts by whom it is tried on, so that guessing
 * one password is slow from everywhere; `address` by where it comes from, generous enough for a school whose six
 * hundred students share one address.
 */
interface Rate {
  tries: number;
  seconds: number;
}

export const RATE_LIMITS = {
  sign_in: { account: { tries: 5, seconds: 60 }, address: { tries: 100, seconds: 300 } },
  /** A code of a second factor or of a mail. */
  code: { account: { tries: 10, seconds: 600 }, address: { tries: 100, seconds: 300 } },
  /** A challenge and its answer; a device's key is not guessed, rows are what is spared. */
  passkey: { address: { tries: 600, seconds: 300 } },
  sign_in_link: { account: { tries: 5, seconds: 1800 }, address: { tries: 60, seconds: 300 } },
  password_reset: { account: { tries: 5, seconds: 1800 }, address: { tries: 60, seconds: 300 } },
  sign_up: { account: { tries: 5, seconds: 1800 }, address: { tries: 60, seconds: 300 } },
  invitation: { account: { tries: 30, seconds: 3600 } },
  /** Mail to an address that somebody else typed, by that address: whoever asks, it is not flooded. */
  typed_address: { account: { tries: 5, seconds: 1800 } },
  /** All family codes that are typed in one district: each is tried on all that are shown there. */
  family_codes: { account: { tries: 300, seconds: 3600 } },
  /** Asking to act for an organization, or to be a district's partner: each mails somebody. */
  asking: { account: { tries: 20, seconds: 3600 } },
  /** Of a reader without an account; a school is one address. */
  report: { address: { tries: 20, seconds: 3600 } },
  /** Saving a search for an address: each try mails it. */
  save_search: { account: { tries: 5, seconds: 1800 }, address: { tries: 60, seconds: 300 } },
  guardian_code: { account: { tries: 10, seconds: 600 }, address: { tries: 60, seconds: 300 } },
  /** Work for the processor, by who sends it. */
  picture: { account: { tries: 60, seconds: 3600 } },
  /** A secret calendar, by its link: programs ask every few hours, from as many devices as their person has. */
  calendar: { account: { tries: 120, seconds: 3600 } },
  /** Booklets of searches nobody printed lately: each is work for the processor. */
  print_search: { address: { tries: 60, seconds: 600 } },
  /** Reading: a school is one address. */
  search: { address: { tries: 3000, seconds: 300 } },
  /** What programs ask and no cache answers: a list of 5,000 is read in fifty. */
  api: { address: { tries: 600, seconds: 300 } },
  /** Whole lists as files. */
  list_file: { address: { tries: 60, seconds: 300 } },
} as const satisfies Record<string, { account?: Rate; address?: Rate }>;

export type RateLimited = keyof typeof RATE_LIMITS;
