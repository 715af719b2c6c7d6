/** Days before a last day to ask on which a calendar may remind. */
export const REMIND_DAYS = [1, 3, 7] as const;
export type RemindDays = (typeof REMIND_DAYS)[number];

/** What a calendar's address is signed for. */
export const CALENDAR_PURPOSE = "calendar";

/** What an address or a form asks for; null: no reminder. */
export const remindAsked = (asked: string | null): RemindDays | null =>
  REMIND_DAYS.find((days) => String(days) === asked) ?? null;
