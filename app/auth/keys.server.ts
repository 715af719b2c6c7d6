import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";

/** What only this application can make or read, by one secret that is not in the database. */
export interface Keys {
  /** A token for a link: the row's id (a uuid) and proof that we made it. Another purpose's token is none. */
  sign(purpose: string, id: string): string;
  /** The id in a token; null when it is not ours or of another purpose. */
  read(purpose: string, token: string): string | null;
  /** Eight digits that stand for the id where a link cannot be followed; count wrong tries, they are guessable. */
  code(purpose: string, id: string): string;
  /** A keyed digest, for comparing what must not be stored. */
  digest(purpose: string, text: string): string;
  /** Encrypts what must be read again; `open` answers null when it was not sealed by us or was changed. */
  seal(purpose: string, text: string): string;
  open(purpose: string, sealed: string): string | null;
}

const MAC_BYTES = 24;
const ID_BYTES = 16;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const UUID = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;

export function createKeys(secret: string): Keys {
  const derived = (use: string) => Buffer.from(hkdfSync("sha256", secret, "waypost", use, 32));
  const macKey = derived("sign");
  const sealKey = derived("seal");
  const mac = (purpose: string, text: string | Buffer) =>
    createHmac("sha256", macKey).update(purpose).update("\0").update(text).digest();
  return {
    sign(purpose, id) {
      const bytes = Buffer.from(id.replaceAll("-", ""), "hex");
      return Buffer.concat([bytes, mac(purpose, bytes).subarray(0, MAC_BYTES)]).toString("base64url");
    },
    read(purpose, token) {
      const bytes = Buffer.from(token, "base64url");
      if (bytes.length !== ID_BYTES + MAC_BYTES || bytes.toString("base64url") !== token) return null;
      const id = bytes.subarray(0, ID_BYTES);
      if (!timingSafeEqual(bytes.subarray(ID_BYTES), mac(purpose, id).subarray(0, MAC_BYTES))) return null;
      return id.toString("hex").replace(UUID, "$1-$2-$3-$4-$5");
    },
    code: (purpose, id) => String(mac(`code ${purpose}`, id).readBigUInt64BE() % 100_000_000n).padStart(8, "0"),
    digest: (purpose, text) => mac(purpose, text).toString("base64url"),
    seal(purpose, text) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", sealKey, iv).setAAD(Buffer.from(purpose));
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
    },
    open(purpose, sealed) {
      const bytes = Buffer.from(sealed, "base64url");
      if (bytes.length < IV_BYTES + TAG_BYTES) return null;
      const decipher = createDecipheriv("aes-256-gcm", sealKey, bytes.subarray(0, IV_BYTES));
      decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      try {
        const text = [decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()];
        return Buffer.concat(text).toString("utf8");
      } catch {
        return null;
      }
    },
  };
}
