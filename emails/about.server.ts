import { eq } from "drizzle-orm";
import { getDistrict, type District } from "#app/domain/districts/districts.server.ts";
import { findOwnWords } from "#app/domain/districts/own-words.server.ts";
import type { OwnWords } from "#app/domain/districts/own-words.ts";
import type { MailData, MailKind } from "#app/domain/mail/mails.ts";
import { homeDistrictOf } from "#app/domain/people/home-district.server.ts";
import { translator } from "#app/i18n/translator.ts";
import { users } from "#db/schema/people.ts";
import type { Writing } from "./letter.ts";
import type { Mail, MailParts } from "./rendered-mail.ts";

/** What reading the facts of a mail takes. */
export interface About<Data = MailData[MailKind]> extends MailParts {
  mail: Mail;
  /** Which rows it is about. */
  data: Data;
  district: District | null;
  /** The district's own. */
  words: OwnWords;
}

/** Null: the person it was for may no longer be told. */
export async function aboutMail(parts: MailParts, mail: Mail): Promise<About | null> {
  if (mail.userId !== null && !(await isHere(parts, mail.userId))) return null;
  const districtId = mail.districtId ?? (mail.userId && (await homeDistrictOf(parts.db, mail.userId)));
  const district = districtId ? await getDistrict(parts.db, districtId) : null;
  const words = await findOwnWords(parts.db, district, mail.locale);
  return { ...parts, mail, data: mail.data as unknown as About["data"], district, words };
}

async function isHere({ db }: MailParts, userId: string) {
  const [user] = await db.select({ disabledAt: users.disabledAt }).from(users).where(eq(users.id, userId));
  return user !== undefined && user.disabledAt === null;
}

export function writingOf({ mail, district, words, keys, origin }: Omit<About, "data">): Writing {
  return {
    t: translator(mail.locale, words),
    locale: mail.locale,
    district,
    open: (path) => origin + path,
    sign: (purpose, id) => keys.sign(purpose, id),
    code: (purpose, id) => keys.code(purpose, id).replace(/(\d{4})(?=\d)/g, "$1 "),
  };
}
