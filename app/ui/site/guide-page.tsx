import type { ReactNode } from "react";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Icon, type IconName } from "../icon.tsx";
import { PageHeading } from "../page-heading.tsx";

export interface GuidePart {
  /** Where a link may lead to it. */
  id?: string;
  title: string;
  icon: IconName;
  points?: readonly string[];
  /** In their order: steps, not points. */
  ordered?: boolean;
  /** What to do next. */
  link?: { href: string; words: string };
  children?: ReactNode;
}

/** A page that explains, in short parts. */
export function GuidePage({
  district,
  title,
  lede,
  parts,
}: {
  district: string;
  title: string;
  lede: string;
  parts: readonly GuidePart[];
}) {
  const t = useT();
  const locale = useLocale();
  return (
    <div className="wrap listing-page guide">
      <a href={paths.district(locale, district)} className="back-link">
        <Icon name="arrow-left" />
        {t("curating:public.back")}
      </a>
      <PageHeading title={title} lede={lede} />
      <div className="guide-parts">
        {parts.map((part) => (
          <GuideSection key={part.title} {...part} />
        ))}
      </div>
    </div>
  );
}

export function GuideSection({ id, title, icon, points = [], ordered = false, link, children }: GuidePart) {
  const List = ordered ? "ol" : "ul";
  return (
    <section id={id} className="guide-part">
      <h2>
        <Icon name={icon} />
        {title}
      </h2>
      {points.length > 0 && (
        <List className={ordered ? "guide-steps" : "guide-points"}>
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </List>
      )}
      {children}
      {link && (
        <p>
          <a href={link.href} className="btn btn-secondary">
            {link.words}
            <Icon name="arrow-right" />
          </a>
        </p>
      )}
    </section>
  );
}
