import { useT } from "#app/i18n/locale.tsx";

/** A listing that was on the list: what became of it, said kindly. */
export function ListingOver({
  title,
  why,
  listHref,
}: {
  title: string;
  why: "closed" | "expired" | "suspended";
  listHref: string;
}) {
  const t = useT();
  return (
    <div className="over">
      <h1>{t(`listing:over.${why}`)}</h1>
      <p className="lede">{t("listing:over.body", { title })}</p>
      <p>
        <a href={listHref}>{t("listing:over.none")}</a>
      </p>
    </div>
  );
}
