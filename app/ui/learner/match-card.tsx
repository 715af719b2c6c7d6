import type { ComponentProps } from "react";
import { useT } from "#app/i18n/locale.tsx";
import { Icon } from "../icon.tsx";
import { ListingCard } from "../listing-card.tsx";

type Props = Pick<ComponentProps<typeof ListingCard>, "listing" | "today" | "reasons"> & { stretch: boolean };

/** A match with its reasons; one from outside what the learner likes says so. */
export function MatchCard({ stretch, ...card }: Props) {
  const t = useT();
  const note = stretch ? (
    <span className="match-note" title={t("interests:matches.stretch_help")}>
      <Icon name="compass" /> {t("interests:matches.stretch")}
    </span>
  ) : undefined;
  return <ListingCard {...card} note={note} />;
}
