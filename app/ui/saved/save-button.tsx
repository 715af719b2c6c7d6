import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Icon, type IconName } from "../icon.tsx";

const SAVE_FORM = "save";

/** The one form of all save buttons of a page: each says where it posts. */
export const SaveForm = () => <form id={SAVE_FORM} method="post" hidden />;

/**
 * Saves a listing. The page is the same for everyone, so it does not know whether it is saved: the page's script fills
 * that in, and saves on the device of whoever has no account. Without a script it posts.
 */
export function SaveButton({
  district,
  slug,
  title,
  compact = false,
}: Listing & { /** On a card: its icon only. */ compact?: boolean }) {
  const t = useT();
  const locale = useLocale();
  return (
    <button
      form={SAVE_FORM}
      formAction={paths.saving(locale, district, slug)}
      name="change"
      value="save"
      data-save={slug}
      className={compact ? "save save-compact" : "btn btn-secondary save"}
    >
      <Icon name="bookmark" />
      <span className={compact ? "visually-hidden" : undefined}>{t("site:saved.save")}</span>
      <span className="visually-hidden"> {title}</span>
    </button>
  );
}

interface Listing {
  district: string;
  slug: string;
  title: string;
}

/** Takes a listing off what is saved in an account. */
export const RemoveButton = (listing: Listing) => (
  <AccountButton {...listing} change="remove" icon="trash-2" words="site:saved.remove" />
);

/** Puts back what was taken off. */
export const UndoButton = (listing: Listing) => (
  <AccountButton {...listing} change="save" icon="undo-2" words="site:saved.undo" />
);

function AccountButton({
  district,
  slug,
  title,
  change,
  icon,
  words,
}: Listing & { change: "save" | "remove"; icon: IconName; words: "site:saved.remove" | "site:saved.undo" }) {
  const t = useT();
  const locale = useLocale();
  const action = paths.saving(locale, district, slug);
  return (
    <button form={SAVE_FORM} formAction={action} name="change" value={change} className="btn btn-quiet">
      <Icon name={icon} />
      {t(words)}
      <span className="visually-hidden"> {title}</span>
    </button>
  );
}
