/** The largest file somebody may send for a picture; what phones take is below it. */
export const MOST_PICTURE_BYTES = 8 * 1024 * 1024;
export const LONGEST_ALT = 200;
/** For a form's `accept`, a convenience: the bytes decide. */
export const PICTURE_TYPES = ["image/jpeg", "image/png", "image/webp"] as const;

/** A picture written anew from the pixels of what was sent, without anything else that was in it. */
export interface EncodedPicture {
  mediaType: "image/webp" | "image/png";
  width: number;
  height: number;
  bytes: Uint8Array;
}

/** A logo as the square that browsers show in a tab and phones on a home screen. */
export interface SiteIcons {
  favicon: EncodedPicture;
  touchIcon: EncodedPicture;
}

/** A picture as a page shows it. */
export interface ShownPicture {
  id: string;
  width: number;
  height: number;
  /** What it shows, for who cannot see it. */
  alt: string;
}
