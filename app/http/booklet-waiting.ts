/** How soon who waits for a booklet looks again, in seconds: a page by itself, a program by `Retry-After`. */
export const AGAIN_AFTER_SECONDS = 2;
