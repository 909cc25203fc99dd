import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Logo } from './Logo.tsx';
import { Preferences } from './Preferences.tsx';
import { useTitle } from './useTitle.ts';

interface PlainPageProps {
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
}

/** A page of one thing, with a heading and what belongs to it. */
export function PlainPage({ title, lead, children }: PlainPageProps) {
  const { t } = useTranslation();
  useTitle(title);
  return (
    <div className="plain-page">
      <header className="plain-page__bar">
        <Logo name={t('appName')} />
        <Preferences />
      </header>
      <main className="plain-page__main">
        <div>
          <h1>{title}</h1>
          {lead ? <p className="plain-page__lead">{lead}</p> : null}
        </div>
        {children}
      </main>
    </div>
  );
}
