import type { ReactNode } from "react";

/** The frame of pages on the way in: what is asked, on one quiet card, and below it where else to go. */
export function EntryCard({
  title,
  lede,
  children,
  below,
}: {
  title: ReactNode;
  lede?: ReactNode;
  children: ReactNode;
  below?: ReactNode;
}) {
  return (
    <div className="entry">
      <h1>{title}</h1>
      {lede && <p className="lede">{lede}</p>}
      <div className="entry-card">{children}</div>
      {below && <div className="entry-below">{below}</div>}
    </div>
  );
}

/** Other ways to the same end, one below the other. */
export function OtherWays({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="other-ways">
      <h2>{title}</h2>
      <div className="other-ways-list">{children}</div>
    </section>
  );
}
