export const LONGEST_ABOUT = 1000;
export const LONGEST_SITE_NAME = 80;
export const MOST_SITES = 30;
