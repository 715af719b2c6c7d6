const DAY = 24 * 60 * 60 * 1000;

/** The `YYYY-MM-DD` that lies `days` after the day of `now`, in UTC: the seed is not exact to the hour. */
export const addDays = (now: Date, days: number) => new Date(now.getTime() + days * DAY).toISOString().slice(0, 10);

export const instantDaysAgo = (now: Date, days: number) => new Date(now.getTime() - days * DAY);
