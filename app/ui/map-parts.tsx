/** What every small map has: the ground, its scale, the schools as landmarks. */
import { useT } from "#app/i18n/locale.tsx";
import type { Label } from "./map-labels.ts";
import { MAP, scaleMiles, type Pixel } from "./map-projection.ts";

export const Ground = () => <rect width={MAP.width} height={MAP.height} className="map-ground" />;

export function Scale({ pixelsAMile }: { pixelsAMile: number }) {
  const t = useT();
  const miles = scaleMiles(pixelsAMile);
  return (
    <g transform={`translate(16 ${MAP.height - 16})`} className="map-scale">
      <path d={`M0-5v5h${(miles * pixelsAMile).toFixed(1)}v-5`} />
      <text x="6" y="-8">
        {t("listing:map.scale", { count: miles })}
      </text>
    </g>
  );
}

export function School({ at, name, label }: { at: Pixel; name: string; label: Label | null }) {
  return (
    <>
      <circle cx={at.x} cy={at.y} r="6" className="map-school" />
      {label && (
        <text x={label.at} y={label.y + 13} textAnchor={label.anchor} className="map-name">
          {name}
        </text>
      )}
    </>
  );
}
