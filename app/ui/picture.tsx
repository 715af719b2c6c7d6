import type { ShownPicture } from "#app/domain/files/picture.ts";
import { paths } from "#app/http/paths.ts";

/** Its size is said, so that nothing moves when it comes. */
export function Picture({ picture, className }: { picture: ShownPicture; className?: string }) {
  const { id, width, height, alt } = picture;
  return <img src={paths.picture(id)} {...{ width, height, alt, className }} loading="lazy" decoding="async" />;
}
