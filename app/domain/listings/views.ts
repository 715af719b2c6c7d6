/** A number below this could tell a partner who looked, and is not said. */
export const FEW_VIEWS = 5;
