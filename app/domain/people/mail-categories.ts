import { CATEGORIES, type Category } from "../mail/mails.ts";

interface Roles {
  isStaff: boolean;
  isPartner: boolean;
  isFamily: boolean;
}

/** What may concern a person by what they are here. */
export function categoriesOf({ isStaff, isPartner, isFamily }: Roles): Category[] {
  const theirs: Record<Category, boolean> = {
    partnership: isStaff || isPartner,
    listing: isPartner,
    review: isStaff,
    week: isStaff,
    new_places: isFamily,
  };
  return CATEGORIES.filter((category) => theirs[category]);
}
