import type { ReactNode } from "react";
import type { LinkPurpose } from "#app/domain/mail/link-purposes.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translate } from "#app/i18n/translator.ts";

/** What a template says; the frame around it is the layout's. */
export interface Letter {
  /** Nothing about a student: it stands in lists, in notices on a locked screen and in other people's logs. */
  subject: string;
  /** What a list of mails shows after the subject. */
  preheader: string;
  body: ReactNode;
  /** The one thing to do; the address is shown in words too. */
  action?: { label: string; href: string };
  /** What is said after the button. */
  after?: ReactNode;
  /** Why it came. */
  why: string;
}

/** How a mail speaks. */
export interface Writing {
  t: Translate;
  locale: Locale;
  /** In whose name; null: the site's own. */
  district: { name: string; contactEmail: string; timeZone: string; color: string | null } | null;
  /** The whole address of a path. */
  open(path: string): string;
  sign(purpose: LinkPurpose, id: string): string;
  /** Eight digits that stand for a link, in two groups. */
  code(purpose: LinkPurpose, id: string): string;
}

export type Template<Facts> = (facts: Facts, writing: Writing) => Letter;
