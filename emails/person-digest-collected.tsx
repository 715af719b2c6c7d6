import type { Letter, Template } from "./letter.ts";
import { Lines, Paragraph } from "./parts.tsx";

const MOST_LINES = 40;

/** One line for each mail that was held for it, in the order in which things happened. */
export const digestCollected: Template<Letter[]> = (letters, { t }) => {
  const more = letters.length - MOST_LINES;
  return {
    subject: t("mail:letters.person-digest-collected.subject", { count: letters.length }),
    preheader: t("mail:letters.person-digest-collected.preheader"),
    body: (
      <>
        <Paragraph>{t("mail:letters.person-digest-collected.text")}</Paragraph>
        <Lines
          lines={letters.slice(0, MOST_LINES).map(({ subject, action }) => ({ text: subject, href: action?.href }))}
        />
        {more > 0 && <Paragraph>{t("mail:letters.person-digest-collected.more", { count: more })}</Paragraph>}
      </>
    ),
    why: t("mail:letters.why.digest"),
  };
};
