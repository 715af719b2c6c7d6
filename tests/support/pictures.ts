import type { EncodedPicture } from "#app/domain/files/picture.ts";

/** The smallest PNG there is: one pixel. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** As the reader of sent pictures hands it on; verbs do not look inside. */
export const givenPicture = (): EncodedPicture => ({
  ...{ mediaType: "image/webp", width: 3, height: 2 },
  bytes: new Uint8Array([1, 2, 3]),
});
