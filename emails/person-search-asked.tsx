import { CONFIRM_DAYS, type Told } from "#app/domain/saved/searches.ts";
import { CONFIRM_SEARCH } from "#app/domain/mail/link-purposes.ts";
import { paths } from "#app/http/paths.ts";
import type { AskedSearch } from "./facts/searches.server.ts";
import type { Template } from "./letter.ts";
import { Paragraph, SmallPrint } from "./parts.tsx";

const TEXTS = {
  editions: "saved:mail.asked.text_editions",
  list: "saved:mail.asked.text_list",
  search: "saved:mail.asked.text",
} as const satisfies Record<Told, string>;

/** Says nothing that was typed: whoever typed this address may be somebody else. */
export const searchAsked: Template<AskedSearch> = ({ id, district, told }, { t, locale, open, sign }) => ({
  subject: t("saved:mail.asked.subject"),
  preheader: t("saved:mail.asked.preheader", { district }),
  body: <Paragraph>{t(TEXTS[told], { district })}</Paragraph>,
  action: {
    label: t(told === "search" ? "saved:mail.asked.button" : "saved:mail.asked.yes"),
    href: open(paths.confirmSearch(locale, sign(CONFIRM_SEARCH, id))),
  },
  after: <SmallPrint>{t("saved:mail.asked.until", { count: CONFIRM_DAYS })}</SmallPrint>,
  why: t("mail:letters.why.asked"),
});
