export const MOST_COLLECTIONS = 50;
export const MOST_IN_COLLECTION = 200;
