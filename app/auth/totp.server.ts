/** Codes of an authenticator app by RFC 6238, as every such app makes them: SHA-1, six digits, thirty seconds. */
import { generateSecret, generateURI, verifySync } from "otplib";
import QRCode from "qrcode";

const PERIOD_SECONDS = 30;

/** 160 bits, in the base32 that apps read. */
export const newSecret = (): string => generateSecret({ length: 20 });

/**
 * The time step whose code this is: the current one, or one before or after it for a clock that is a little off. Null
 * for a wrong code, and for one of `lastStep` or earlier.
 */
export function acceptedStep(secret: string, code: string, now: Date, lastStep: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const result = verifySync({
    secret,
    token: code,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: PERIOD_SECONDS,
    afterTimeStep: lastStep,
  });
  return result.valid && "timeStep" in result ? result.timeStep : null;
}

export interface QrCode {
  /** Modules along each side, without a margin. */
  size: number;
  /** SVG path of the dark modules, one unit each. */
  path: string;
}

/** What a phone's camera reads to add the secret to its app, under the site's name and the person's address. */
export function qrOfSecret(secret: string, { site, email }: { site: string; email: string }): QrCode {
  const { modules } = QRCode.create(generateURI({ issuer: site, label: email, secret }), { errorCorrectionLevel: "M" });
  const { size } = modules;
  let path = "";
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) if (modules.get(y, x)) path += `M${x} ${y}h1v1h-1z`;
  return { size, path };
}

/** In groups of four, for typing. */
export const spelled = (secret: string): string => secret.match(/.{1,4}/g)?.join(" ") ?? secret;
