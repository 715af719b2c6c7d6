/**
 * A page that is the same for everyone who asks for its address: the server may keep it until the district's list
 * changes, unless a search on the way was answered by the fallback. Only for routes whose loaders read no session.
 */
export const publicPage = () => ({ "X-Page-Cache": "public" });
