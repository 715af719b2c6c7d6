/** When what a listing says was last said: as its text was written, as it was put on the list, or as its partner spoke. */
export function lastChangeOf({
  revisedAt,
  publishedAt,
  confirmedAt,
}: {
  revisedAt: Date;
  publishedAt: Date | null;
  confirmedAt: Date | null;
}): Date {
  const instants = [revisedAt, publishedAt, confirmedAt].map((instant) => instant?.getTime() ?? 0);
  return new Date(Math.max(...instants));
}
