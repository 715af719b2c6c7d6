import QRCode from "qrcode";

export interface QrModules {
  /** Along each side, without a margin. */
  size: number;
  /** Dark modules side by side, row by row. */
  runs: { x: number; y: number; length: number }[];
}

/** Light modules that must surround a code. */
export const QUIET = 4;

/** Any of the eight masks is read by a camera; looking for the fairest took three times as long. */
const MASK = 3;

export function qrModules(text: string): QrModules {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M", maskPattern: MASK });
  const { size } = modules;
  const runs: QrModules["runs"] = [];
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      if (!modules.get(y, x)) continue;
      const from = x;
      while (x < size && modules.get(y, x)) x++;
      runs.push({ x: from, y, length: x - from });
    }
  return { size, runs };
}
