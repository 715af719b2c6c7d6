/** What this device holds of a district: the last part of each listing's address, the newest first. It leaves the device only to be shown. */
const MOST = 50;
const key = (district: string) => `waypost.saved.${district}`;

export function onDevice(district: string): string[] {
  try {
    const held = JSON.parse(localStorage.getItem(key(district)) ?? "[]") as unknown;
    return Array.isArray(held) ? held.filter((slug) => typeof slug === "string") : [];
  } catch {
    return [];
  }
}

/** False: it holds as many as it can, or keeps nothing. */
export function keepOnDevice(district: string, slugs: readonly string[]): boolean {
  if (slugs.length > MOST) return false;
  try {
    if (slugs.length > 0) localStorage.setItem(key(district), JSON.stringify(slugs));
    else localStorage.removeItem(key(district));
    return true;
  } catch {
    return false;
  }
}
