import { generateSync } from "otplib";

/** What an app with this secret shows at that moment. */
export const codeAt = (secret: string, at: Date): string =>
  generateSync({ secret: secret.replace(/\s/g, ""), epoch: Math.floor(at.getTime() / 1000) });
