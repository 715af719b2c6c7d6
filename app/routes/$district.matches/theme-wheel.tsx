import type { InterestResult } from "#app/domain/interests/questionnaire.ts";
import { THEMES, type Theme } from "#app/domain/interests/riasec.ts";
import { useT } from "#app/i18n/locale.tsx";

const [WIDTH, HEIGHT] = [420, 300];
const CENTER = { x: WIDTH / 2, y: HEIGHT / 2 };
const RADIUS = 104;
/** A theme disliked throughout still shows as a stub. */
const STUB = 0.12;
const WEDGE = (2 * Math.PI) / THEMES.length;

/** Six petals in the order of the hexagon, neighbors being alike; the longer, the more it is liked. */
export function ThemeWheel({ result }: { result: InterestResult }) {
  const t = useT();
  const names = result.ranked.map((theme) => t(`interests:theme.${theme}.name`)).join(", ");
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="wheel"
      role="img"
      aria-labelledby="wheel-title"
      aria-describedby="wheel-summary"
    >
      <title id="wheel-title">{t("interests:matches.figure_title")}</title>
      <desc id="wheel-summary">{t("interests:matches.figure_summary", { themes: names })}</desc>
      {[1 / 3, 2 / 3, 1].map((part) => (
        <circle key={part} cx={CENTER.x} cy={CENTER.y} r={RADIUS * part} className="wheel-ring" />
      ))}
      {THEMES.map((theme, i) => (
        <g key={theme} className="wheel-petal" data-top={result.top.includes(theme) || undefined}>
          <path d={petal(i, lengthOf(result.scores[theme]))} />
          <PetalName theme={theme} position={i} />
        </g>
      ))}
    </svg>
  );
}

function PetalName({ theme, position }: { theme: Theme; position: number }) {
  const t = useT();
  const { x, y } = at(angleOf(position), RADIUS + 16);
  const anchor = Math.abs(x - CENTER.x) < 5 ? "middle" : x > CENTER.x ? "start" : "end";
  return (
    <text x={x} y={y} textAnchor={anchor} dominantBaseline="middle">
      {t(`interests:theme.${theme}.short`)}
    </text>
  );
}

/** Scores run from -1 to 1. */
const lengthOf = (score: number) => RADIUS * (STUB + ((1 - STUB) * (score + 1)) / 2);
const angleOf = (position: number) => position * WEDGE - Math.PI / 2;
const at = (angle: number, radius: number) => ({
  x: round(CENTER.x + radius * Math.cos(angle)),
  y: round(CENTER.y + radius * Math.sin(angle)),
});
const round = (n: number) => Math.round(n * 10) / 10;

function petal(position: number, length: number): string {
  const half = WEDGE / 2 - 0.04;
  const from = at(angleOf(position) - half, length);
  const to = at(angleOf(position) + half, length);
  return `M${CENTER.x} ${CENTER.y}L${from.x} ${from.y}A${round(length)} ${round(length)} 0 0 1 ${to.x} ${to.y}Z`;
}
