const DAY_MS = 86_400_000;
/** What left the list may come back: so long its page says that it is not there, and from then on that it is gone. */
const COMES_BACK_DAYS = 30;
/** Calendars that hold it are told so long that it will not be. */
const CANCELLED_DAYS = 30;

export const isGone = (endedAt: Date, now: Date) => now.getTime() - endedAt.getTime() >= COMES_BACK_DAYS * DAY_MS;

/** The earliest end that calendars are still told of. */
export const toldSince = (now: Date) => new Date(now.getTime() - CANCELLED_DAYS * DAY_MS);

/** It left the list before its own last day was over: what stands of it in calendars will not be. Both are days of the district. */
export const isCancelled = (closesOn: string | null, endedOn: string) => closesOn === null || endedOn <= closesOn;
