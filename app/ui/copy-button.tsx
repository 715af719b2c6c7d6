import { useEffect, useRef, useState } from "react";
import { Button } from "./button.tsx";

interface CopyButtonProps {
  text: string;
  /** What the button says, and for a moment after it was pressed. */
  words: { copy: string; copied: string };
  className?: string;
}

/** There once a script may copy; the text beside it can be selected and copied by hand. */
export function CopyButton({ text, words, className }: CopyButtonProps) {
  const [canCopy, setCanCopy] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const forget = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setCanCopy("clipboard" in navigator), []);
  useEffect(() => () => clearTimeout(forget.current), []);
  if (!canCopy) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    forget.current = setTimeout(() => setCopied(false), 3_000);
  };
  return (
    <Button type="button" variant="secondary" icon="link" className={className} onClick={() => void copy()}>
      <span role="status">{isCopied ? words.copied : words.copy}</span>
    </Button>
  );
}
