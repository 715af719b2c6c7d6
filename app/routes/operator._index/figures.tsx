export interface Figure {
  label: string;
  value: string;
}

export function Figures({ title, figures }: { title: string; figures: Figure[] }) {
  return (
    <section className="mt-8">
      <h2>{title}</h2>
      <dl className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4">
        {figures.map(({ label, value }) => (
          <div key={label} className="flex flex-col rounded-card border border-line bg-surface p-4">
            <dt className="text-muted">{label}</dt>
            <dd className="mt-auto text-xl font-bold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
