/** The waypost: a signpost with one plank each way. Drawn for this project. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg className={className ? `logo ${className}` : "logo"} viewBox="0 0 32 32" aria-hidden="true">
      <path d="M16 3v26" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
      <path d="M14 6h11.2L30 10l-4.8 4H14z" fill="var(--accent)" />
      <path d="M18 16H6.8L2 20l4.8 4H18z" fill="var(--logo-plank, var(--primary))" />
    </svg>
  );
}
