import { useT } from "#app/i18n/locale.tsx";

/** Only admins add sites: who they are, and a mail to each that is already begun. */
export function AskAdmin({ admins }: { admins: { name: string; email: string }[] }) {
  const t = useT();
  const subject = encodeURIComponent(t("front:builder.ask_subject"));
  return (
    <p className="mb-4">
      {t("front:builder.ask_admin")}{" "}
      {admins.map(({ name, email }, index) => (
        <span key={email}>
          {index > 0 && ", "}
          <a href={`mailto:${email}?subject=${subject}`}>{name}</a>
        </span>
      ))}
    </p>
  );
}
