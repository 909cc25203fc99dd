import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const ICONS = { info: Info, caution: TriangleAlert, danger: CircleAlert, good: CircleCheck };

interface BannerProps {
  kind: keyof typeof ICONS;
  title?: string;
  children?: ReactNode;
  /** Read aloud as soon as it appears; `danger` always is. */
  announce?: boolean;
}

/** A message that stands on the page and moves nothing out of reach: told by icon, colour and words. */
export function Banner({ kind, title, children, announce = false }: BannerProps) {
  const Icon = ICONS[kind];
  const role = kind === 'danger' ? 'alert' : announce ? 'status' : undefined;
  return (
    <div className={`banner banner--${kind}`} role={role}>
      <Icon aria-hidden="true" />
      <div className="banner__body">
        {title ? <p className="banner__title">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
