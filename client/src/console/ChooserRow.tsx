import type { ReactNode } from 'react';

/** A choice with its name beside it. */
export function ChooserRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="chooser__row">
      <span className="chooser__label" aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}
