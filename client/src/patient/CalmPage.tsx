import { type ReactNode, useEffect, useRef } from 'react';
import { Busy, Preferences, useTitle } from '../ui/index.ts';
import './patient.css';

interface CalmPageProps {
  title: string;
  children: ReactNode;
  /** Named in the tab instead of the title: tabs are seen by others. */
  tab?: string;
}

/** One thing per page, in large type. The heading takes the focus when the page comes, so that it is read first. */
export function CalmPage({ title, children, tab }: CalmPageProps) {
  useTitle(tab ?? title);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className="calm-page">
      <header className="calm-page-bar">
        <Preferences />
      </header>
      <main className="calm-page-main">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </main>
    </div>
  );
}

/** Something is on its way. */
export function CalmBusy() {
  return (
    <div className="calm-page calm-busy">
      <Busy />
    </div>
  );
}
