import { useEffect, useRef, useState } from "react";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

/** What to paste. The boxes can be selected and copied by hand; where a script may copy, there are buttons too. */
export function Snippet({ snippet, link }: { snippet: string; link: string }) {
  const t = useT();
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
      <Copy text={snippet} />
      <TextField
        key={link}
        name="link"
        label={t("front:builder.link")}
        help={t("front:builder.link_help")}
        defaultValue={link}
        readOnly
      />
      <Copy text={link} />
    </>
  );
}

function Copy({ text }: { text: string }) {
  const [canCopy, setCanCopy] = useState(false);
  const [copied, setCopied] = useState(false);
  const forget = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setCanCopy("clipboard" in navigator), []);
  useEffect(() => () => clearTimeout(forget.current), []);
  const t = useT();
  if (!canCopy) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    forget.current = setTimeout(() => setCopied(false), 3_000);
  };
  return (
    <Button type="button" variant="secondary" icon="link" className="mb-8" onClick={() => void copy()}>
      <span role="status">{copied ? t("front:builder.copied") : t("front:builder.copy")}</span>
    </Button>
  );
}
