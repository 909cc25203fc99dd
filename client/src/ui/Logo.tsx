/** The plumb line, with the name beside it. */
export function Logo({ name }: { name: string }) {
  return (
    <span className="logo">
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="8" fill="var(--accent)" />
        <g stroke="var(--accent-ink)" strokeWidth="2" strokeLinecap="round">
          <path d="M10 6h12" />
          <path d="M16 6v12" />
        </g>
        <path d="M11.5 16h9L16 27z" fill="var(--accent-ink)" />
      </svg>
      {name}
    </span>
  );
}
