import { useT } from "#app/i18n/locale.tsx";
import { CopyButton } from "#app/ui/copy-button.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

/** What to paste. The boxes can be selected and copied by hand; where a script may copy, there are buttons too. */
export function Snippet({ snippet, link }: { snippet: string; link: string }) {
  const t = useT();
  const copy = { words: { copy: t("front:builder.copy"), copied: t("front:builder.copied") }, className: "mb-8" };
  return (
    <>
      <h2 className="mb-3">{t("front:builder.paste")}</h2>
      <TextArea
        key={snippet}
        name="snippet"
        label={t("front:builder.snippet")}
        help={t("front:builder.snippet_help")}
        defaultValue={snippet}
        rows={9}
        spellCheck={false}
        readOnly
      />
      <CopyButton text={snippet} {...copy} />
      <TextField
        key={link}
        name="link"
        label={t("front:builder.link")}
        help={t("front:builder.link_help")}
        defaultValue={link}
        readOnly
      />
      <CopyButton text={link} {...copy} />
    </>
  );
}
