import type { ReactNode } from "react";

/** The dark band on top of the list: contour lines of a hill, drawn for this project. */
export function Hero({
  title,
  lede,
  short = false,
  children,
}: {
  title: ReactNode;
  lede?: ReactNode;
  short?: boolean;
  children?: ReactNode;
}) {
  return (
    <div className={short ? "hero hero-short" : "hero"}>
      <svg
        className="hero-lines"
        viewBox="0 0 1200 420"
        preserveAspectRatio={short ? "xMaxYMin slice" : "xMaxYMid slice"}
        aria-hidden="true"
      >
        <g fill="none" stroke="currentColor" strokeWidth="1.6">
          {RINGS.map((d) => (
            <path key={d} d={d} />
          ))}
        </g>
        <g className="hero-way">
          <path
            d={TRAIL}
            fill="none"
            stroke="var(--accent)"
            strokeWidth="4"
            strokeDasharray="1 13"
            strokeLinecap="round"
          />
          <g transform="translate(1052 92)">
            <path d="M0 74V0" stroke="var(--hero-ink)" strokeWidth="5" strokeLinecap="round" />
            <path d="M-3 6h44l12 11-12 11H-3z" fill="var(--accent)" />
            <path d="M3 34h-38l-11 10 11 10H3z" fill="var(--hero-muted)" />
          </g>
        </g>
      </svg>
      <div className="wrap hero-inner">
        <h1>{title}</h1>
        {lede && <p className="lede">{lede}</p>}
        {children}
      </div>
    </div>
  );
}

const TRAIL = "M1030 432C1062 380 1142 392 1146 338S1010 292 1018 236s48-26 34-66";

/** Closed curves around the summit, each a little wobblier and wider than the one within. */
const RINGS = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((ring) => {
  const points = Array.from({ length: 12 }, (_, step) => {
    const angle = (step / 12) * 2 * Math.PI;
    const wobble = 1 + 0.16 * Math.sin(3 * angle + ring * 0.5) + 0.07 * Math.cos(5 * angle - ring * 0.8);
    const radius = (46 + ring * 54) * wobble;
    return { x: Math.round(1040 + radius * 1.25 * Math.cos(angle)), y: Math.round(190 + radius * Math.sin(angle)) };
  });
  return smooth(points);
});

/** Quadratic curves through the middles of neighboring points. */
function smooth(points: readonly { x: number; y: number }[]) {
  const at = (index: number) => points[(index + points.length) % points.length] ?? { x: 0, y: 0 };
  const middle = (index: number) => ({
    x: (at(index).x + at(index + 1).x) / 2,
    y: (at(index).y + at(index + 1).y) / 2,
  });
  const start = middle(-1);
  const curves = points.map((point, index) => `Q${point.x} ${point.y} ${middle(index).x} ${middle(index).y}`);
  return `M${start.x} ${start.y}${curves.join("")}Z`;
}
