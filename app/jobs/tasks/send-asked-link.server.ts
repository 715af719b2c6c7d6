import { sendAskedLink } from "#app/auth/asked-links.server.ts";
import type { JobPayloads } from "../job-payloads.ts";
import type { JobParts } from "../parts.ts";

export const sendLink = ({ db, keys }: JobParts, { sealed }: JobPayloads["send-asked-link"]): Promise<void> =>
  sendAskedLink({ db, keys, now: new Date() }, sealed);
