import { useT } from "#app/i18n/locale.tsx";

export interface ShownAddress {
  url: string;
  /** Without what nobody needs to type. */
  shown: string;
  /** Of its QR code: modules along each side, and the dark ones as an SVG path. */
  size: number;
  path: string;
}

const QUIET = 4;

/** What fits into a message, onto a board and before a camera; the code is for paper, and for a wall where it is said so. */
export function ShortAddress({ url, shown, size, path, isCodeShown }: ShownAddress & { isCodeShown?: boolean }) {
  const t = useT();
  const side = size + 2 * QUIET;
  return (
    <p className={isCodeShown ? "short-address short-address-shown" : "short-address"}>
      <svg viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`} role="img" aria-label={t("paper:qr", { address: shown })}>
        <path d={path} />
      </svg>
      <span>
        {t("paper:link.short")}{" "}
        <a href={url} translate="no">
          {shown}
        </a>
      </span>
    </p>
  );
}
