import type { ReactNode } from "react";

/** Nothing here, why, and what to do next. */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty-state">
      <svg viewBox="0 0 120 64" aria-hidden="true" className="empty-drawing">
        <path d="M4 58c22-10 34 4 54-4s30-8 58 0" fill="none" stroke="var(--line-strong)" strokeWidth="2" />
        <path d="M59 56V8" stroke="var(--ink)" strokeWidth="4" strokeLinecap="round" />
        <path d="M60 12h30l8 7-8 7H60z" fill="var(--primary)" />
        <path d="M58 30H34l-7 6 7 6h24z" fill="var(--accent)" />
      </svg>
      <h2>{title}</h2>
      {children}
    </div>
  );
}
