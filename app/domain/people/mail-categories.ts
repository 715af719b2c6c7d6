import { CATEGORIES, type Category } from "../mail/mails.ts";

/** What may concern a person by what they are here; families get no mail but what guards or answers them. */
export function categoriesOf({ isStaff, isPartner }: { isStaff: boolean; isPartner: boolean }): Category[] {
  const theirs: Record<Category, boolean> = {
    partnership: isStaff || isPartner,
    listing: isPartner,
    review: isStaff,
    week: isStaff,
  };
  return CATEGORIES.filter((category) => theirs[category]);
}
