import type { ReactNode } from "react";
import { localDate } from "#app/domain/districts/zone.ts";
import type { ShownPicture } from "#app/domain/files/picture.ts";
import type { Stage } from "#app/domain/opportunities/kinds.ts";
import type { OpportunityContent } from "#app/domain/opportunities/opportunity.ts";
import { wordingOf, type Worded } from "#app/domain/opportunities/wording.ts";
import type { WhoMayGo } from "#app/domain/opportunities/who-may-go.ts";
import type { ShiftDate } from "#app/domain/opportunities/shift-dates.server.ts";
import type { Sector } from "#app/domain/organizations/sectors.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { groupIcon } from "./cluster-group.ts";
import { ListingAccess } from "./listing-access.tsx";
import { ListingAsking } from "./listing-asking.tsx";
import { Icon } from "./icon.tsx";
import { ListingFacts } from "./listing-facts.tsx";
import { ListingPlace } from "./listing-place.tsx";
import { ListingShifts } from "./listing-shifts.tsx";
import { Trust, Website } from "./listing-trust.tsx";
import { groupOf, wordOf } from "./listing-words.ts";
import type { MapSchool } from "./map-projection.ts";
import { Picture } from "./picture.tsx";
import { Prose, TaskList } from "./prose.tsx";

/** What readers may know of an opportunity: everything but whom the district calls. */
export type ReaderContent = Omit<OpportunityContent, "contactName" | "contactEmail" | "contactPhone">;

/** A listing's page, free of where it comes from: the public page, a partner's preview, a coordinator's review. */
export interface ViewedListing {
  content: ReaderContent;
  organization: {
    name: string;
    sector: Sector;
    about: string | null;
    website: string | null;
    /** Its page in this district, where it has one. */
    href?: string | undefined;
  };
  picture: ShownPicture | null;
  /** Where its kind stands among the district's stages; left out: no district is asked. */
  stage?: Stage | null;
  district: { name: string; timeZone: string; contactEmail: string };
  /** Names of clusters and pathways in the reader's language. */
  clusters: readonly { code: string; name: string }[];
  pathways: readonly string[];
  /** Names of the schools it is kept to; empty: all. */
  schools: readonly string[];
  /** Grades and groups the district keeps it to; left out: nobody decided. */
  onlyGrades?: readonly number[];
  onlyGroups?: readonly string[];
  labels: readonly string[];
  /** From what age on the rules let it be done, and why. */
  openTo?: WhoMayGo | null;
  noteToReaders: string | null;
  /** `YYYY-MM-DD`. */
  closesOn: string | null;
  confirmedAt: Date | null;
  /** When the district brought it in from a list; null once its organization confirmed it, or when that wrote it. */
  importedAt: Date | null;
  /** The days its shifts fall on next. */
  nextDates?: readonly ShiftDate[];
  /** The district's schools, for the map. */
  nearbySchools: readonly MapSchool[];
}

/** `before` stands between the title and the facts; `aside` at the end of the narrow column. */
export function ListingView({
  listing,
  now,
  before,
  aside,
  level = 1,
}: {
  listing: ViewedListing;
  now: Date;
  before?: ReactNode;
  aside?: ReactNode;
  /** Of the title's heading. */
  level?: 1 | 2;
}) {
  const t = useT();
  const locale = useLocale();
  const { content, organization, district, noteToReaders } = listing;
  const foreign = content.language === locale ? undefined : content.language;
  const { title, summary, description, requirements } = wordingOf(content, locale);
  const group = groupOf(content.subClusters);
  const Title = `h${level}` as const;
  const today = localDate(now, district.timeZone);
  return (
    <div className="listing" data-group={group ?? ""}>
      <header className="listing-head">
        <p className="plank">
          <Icon name={groupIcon(group)} />
          {content.kind && wordOf(t, "kind", content.kind)}
        </p>
        <Title className="listing-title" lang={title.lang}>
          {title.text}
        </Title>
        <p className="listing-who">
          <PostedBy organization={organization} />
          <span className="listing-sector">{wordOf(t, "sector", organization.sector)}</span>
        </p>
        {summary && (
          <p className="lede" lang={summary.lang}>
            {summary.text}
          </p>
        )}
        {listing.labels.length > 0 && (
          <ul className="tags">
            {listing.labels.map((label) => (
              <li key={label} className="tag">
                {label}
              </li>
            ))}
          </ul>
        )}
        {title.lang && <p className="listing-language">{t(`listing:written_in.${title.lang}`)}</p>}
        {before}
      </header>
      <div className="listing-side">
        <ListingFacts listing={listing} today={today} />
        <Trust listing={listing} today={today} />
        {aside}
      </div>
      <div className="listing-body">
        {listing.picture && <Picture picture={listing.picture} className="listing-picture" />}
        {noteToReaders && (
          <section className="district-note">
            <h2>{t("listing:section.note", { district: district.name })}</h2>
            <Prose text={noteToReaders} />
          </section>
        )}
        <Section title={t("listing:section.about")} lang={description?.lang}>
          {content.kind && (
            <p className="kind-about" lang={locale}>
              {wordOf(t, "kind_about", content.kind)}
            </p>
          )}
          {description && <Prose text={description.text} />}
        </Section>
        {content.tasks && (
          <Section title={t("listing:section.tasks")} lang={foreign}>
            <TaskList text={content.tasks} />
          </Section>
        )}
        {content.skills.length > 0 && (
          <Section title={t("listing:section.skills")} lang={foreign}>
            <ul className="tags">
              {content.skills.map((skill) => (
                <li key={skill} className="tag">
                  {skill}
                </li>
              ))}
            </ul>
          </Section>
        )}
        {requirements && (
          <Section title={t("listing:section.requirements")} lang={requirements.lang}>
            <Prose text={requirements.text} />
          </Section>
        )}
        <ListingShifts content={content} nextDates={listing.nextDates ?? []} />
        <ListingPlace listing={listing} />
        <ListingAccess content={content} />
        <ListingAsking content={content} />
        <section className="listing-section listing-how">
          <h2>{t("listing:section.how")}</h2>
          {content.howToAsk ? <Prose text={content.howToAsk} lang={foreign} /> : <p>{t("listing:how_default")}</p>}
          <p>
            {t("listing:how_contact")} <a href={`mailto:${district.contactEmail}`}>{district.contactEmail}</a>
          </p>
        </section>
        <Section title={t("listing:section.pathways")} when={listing.clusters.length + listing.pathways.length > 0}>
          <ul className="tags">
            {listing.pathways.map((pathway) => (
              <li key={pathway} className="tag tag-primary">
                {pathway}
              </li>
            ))}
            {listing.clusters.map(({ code, name }) => (
              <li key={code} className="tag" data-group={code.slice(0, 2)}>
                <Icon name={groupIcon(code.slice(0, 2))} />
                {name}
              </li>
            ))}
          </ul>
        </Section>
        {organization.about && (
          <Section title={t("listing:section.organization", { organization: organization.name })}>
            <Prose text={organization.about} />
            <Website organization={organization} />
          </Section>
        )}
      </div>
    </div>
  );
}

function PostedBy({ organization: { name, href } }: Pick<ViewedListing, "organization">) {
  const t = useT();
  const words = t("listing:posted_by", { organization: name });
  return href ? <a href={href}>{words}</a> : <span>{words}</span>;
}

function Section({
  title,
  lang,
  when = true,
  children,
}: {
  title: string;
  /** Of what is in it, where that is not the reader's. */
  lang?: Worded["lang"];
  when?: boolean;
  children: ReactNode;
}) {
  const t = useT();
  return when ? (
    <section className="listing-section">
      <h2>
        {title}
        {lang && <span className="lang-mark">{t(`site:language.${lang}`)}</span>}
      </h2>
      <div lang={lang}>{children}</div>
    </section>
  ) : null;
}
