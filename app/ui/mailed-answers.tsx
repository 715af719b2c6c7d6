import { useId, type ReactNode } from "react";

interface Props {
  title: string;
  /** The answers that are near at hand. */
  children: ReactNode;
  /** What takes a second look before it is pressed. */
  closing: { title: string; children: ReactNode };
}

/** What somebody may answer on a page that a mail's link opens, without an account. */
export function MailedAnswers({ title, children, closing }: Props) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className="mb-8 rounded-card border border-line bg-surface px-4 py-5 md:px-6">
      <h2 id={heading} className="visually-hidden">
        {title}
      </h2>
      {children}
      <details className="mt-3">
        <summary className="min-h-11 cursor-pointer py-2 font-semibold text-primary">{closing.title}</summary>
        {closing.children}
      </details>
    </section>
  );
}
