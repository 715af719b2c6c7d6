import { useT } from "#app/i18n/locale.tsx";

export function Progress({ screen, screens }: { screen: number; screens: number }) {
  const t = useT();
  return (
    <p className="progress">
      <span className="visually-hidden">{t("interests:progress_label", { screen, screens })}</span>
      <span aria-hidden="true" className="progress-bar">
        {Array.from({ length: screens }, (_, i) => (
          <span key={i} data-done={i < screen} />
        ))}
      </span>
      <span aria-hidden="true">{t("interests:progress", { screen, screens })}</span>
    </p>
  );
}
