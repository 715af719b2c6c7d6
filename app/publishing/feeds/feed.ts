/** A feed before it is written as RSS, Atom or JSON Feed. Every address in it is whole. */
export interface Feed {
  /** A URN, the same for as long as the feed is about the same thing. */
  id: string;
  title: string;
  about: string;
  /** The page it follows, and its own address. */
  link: string;
  self: string;
  /** Where it goes on with what is older (RFC 5005, 3); null: this is the end of it. */
  next: string | null;
  language: string;
  /** Who publishes it. */
  author: { name: string; url: string };
  /** When what it says was last said, not when it was asked. */
  updatedAt: Date;
  /** The newest first. */
  items: FeedItem[];
}

export interface FeedItem {
  /** A URN that never changes, wherever the item moves. */
  id: string;
  title: string;
  link: string;
  summary: string;
  language: string;
  category: string | null;
  /** Left out: the feed's own. */
  author?: string;
  publishedAt: Date;
  updatedAt: Date;
}

/** The later of these; of none, `otherwise`. */
export const latest = (instants: readonly Date[], otherwise: Date) =>
  instants.length > 0 ? new Date(Math.max(...instants.map((instant) => instant.getTime()))) : otherwise;
