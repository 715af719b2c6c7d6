import { STILL_TRUE } from "#app/domain/mail/link-purposes.ts";
import { paths } from "#app/http/paths.ts";
import { sayWholeDay } from "#app/i18n/format-dates.ts";
import type { AskedListings } from "./facts/freshness.server.ts";
import type { Template } from "./letter.ts";
import { Lines, Paragraph } from "./parts.tsx";

const MOST_LINES = 40;

/** One listing: its button opens the page that asks. Several: a link each, and the desk, where one tap confirms all. */
export const listingStillTrue: Template<AskedListings> = (asked, { t, locale, open, sign }) => {
  const { organization, district, freshnessDays, listings, isReminder, isLast } = asked;
  const [first] = listings;
  const count = listings.length;
  const day = sayWholeDay(asked.lastDay, locale);
  const page = (askingId: string) => open(paths.stillTrue(locale, sign(STILL_TRUE, askingId)));
  const isOne = count === 1 && first !== undefined;
  return {
    subject: isOne
      ? t(isReminder ? "freshness:mail.subject_again" : "freshness:mail.subject", { title: first.title })
      : t("freshness:mail.subject_many", { count }),
    preheader: t("freshness:mail.preheader", { district }),
    body: (
      <>
        <Paragraph>{t("freshness:mail.text", { district, days: String(freshnessDays) })}</Paragraph>
        {!isOne && (
          <Lines
            lines={listings.slice(0, MOST_LINES).map(({ title, askingId }) => ({ text: title, href: page(askingId) }))}
          />
        )}
        <Paragraph>{t(isLast ? "freshness:mail.until_last" : "freshness:mail.until", { day, district })}</Paragraph>
      </>
    ),
    action: isOne
      ? { label: t("freshness:mail.button"), href: page(first.askingId) }
      : { label: t("freshness:mail.button_many"), href: open(paths.partner.home()) },
    after: isOne && <Paragraph>{t("freshness:mail.no_sign_in")}</Paragraph>,
    why: t("mail:letters.why.member", { organization }),
  };
};
