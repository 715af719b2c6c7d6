import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Icon } from "./icon.tsx";
import type { ReaderContent } from "./listing-view.tsx";
import { wordOf } from "./listing-words.ts";

/** What to bring, and what one is asked. */
export function ListingAsking({ content: { documents, questions, language } }: { content: ReaderContent }) {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      {documents.length > 0 && (
        <section className="listing-section">
          <h2>{t("posting:view.documents")}</h2>
          <ul className="ways">
            {documents.map((code) => (
              <li key={code}>
                <Icon name="check" />
                {wordOf(t, "document", code)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {questions.length > 0 && (
        <section className="listing-section">
          <h2>{t("posting:view.questions")}</h2>
          <ol className="list-decimal ps-6" lang={language === locale ? undefined : language}>
            {questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
