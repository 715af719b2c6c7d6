/** A number below this could tell a partner who looked or saved, and is not said. */
export const FEW_VIEWS = 5;
