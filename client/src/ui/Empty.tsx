import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** Where there is nothing yet: says so, and what can be done. */
export function Empty({ icon: Icon, title, children }: { icon: LucideIcon; title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <Icon aria-hidden="true" />
      <h2>{title}</h2>
      {children}
    </div>
  );
}
