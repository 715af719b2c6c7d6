import { Names } from "./names.ts";
import type { Suggested } from "./search-index.ts";
import { fold } from "./tokens.ts";

/** A document as `search_documents` names it. */
export interface NameRow {
  slot: number;
  changed: number;
  listingId: string;
  alive: boolean;
  title: string;
  organization: string;
  closesAt: number | null;
}

interface Organization {
  number: number;
  /** Its listings. */
  slots: Set<number>;
}

/** One district's titles and organizations, kept up to date by the changes of its documents. */
export class ListNames {
  /** `changed` of the newest row applied. */
  stamp = 0;
  private readonly entries: (NameRow | undefined)[] = [];
  private readonly titles = new Names();
  private readonly organizations = new Names();
  private readonly byName = new Map<string, Organization>();
  private readonly byNumber: Organization[] = [];

  apply(rows: readonly NameRow[]) {
    for (const row of rows) {
      const held = this.entries[row.slot];
      if ((held?.changed ?? 0) >= row.changed) continue;
      this.stamp = Math.max(this.stamp, row.changed);
      const isRenamed = held?.title !== row.title || held.alive !== row.alive;
      this.entries[row.slot] = row;
      if (isRenamed && row.alive) this.titles.set(row.slot, row.title);
      if (isRenamed && !row.alive) this.titles.delete(row.slot);
      if (held?.alive) this.leave(held);
      if (row.alive) this.enter(row);
    }
  }

  /** Without the listings whose last day is over. */
  suggest(typed: string, most: number, now: Date): Suggested {
    const seconds = now.getTime() / 1000;
    const isOpen = (slot: number) => (this.entries[slot]?.closesAt ?? Infinity) >= seconds;
    const openOf = (number: number) => [...this.byNumber[number]!.slots].find(isOpen);
    const organizations = this.organizations.find(typed, most, (number) => openOf(number) !== undefined);
    const idOf = (slot: number) => this.entries[slot]!.listingId;
    return {
      listings: this.titles.find(typed, most, isOpen).map(idOf),
      organizations: organizations.map((number) => idOf(openOf(number)!)),
    };
  }

  private enter({ slot, organization }: NameRow) {
    const name = fold(organization);
    let known = this.byName.get(name);
    if (!known) {
      known = { number: this.byNumber.length, slots: new Set() };
      this.byName.set(name, known);
      this.byNumber.push(known);
      this.organizations.set(known.number, organization);
    }
    known.slots.add(slot);
  }

  private leave({ slot, organization }: NameRow) {
    this.byName.get(fold(organization))?.slots.delete(slot);
  }
}
