import type { Colleague } from '@plumbline/shared/people';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/index.ts';
import { ColleaguePanel } from './ColleaguePanel.tsx';
import { useMe } from './me.ts';
import { useDates } from './useDates.ts';

/** One colleague: who, what, whether they can sign in; a panel to change it. */
export function ColleagueRow({ colleague, onChanged }: { colleague: Colleague; onChanged: () => void }) {
  const { t } = useTranslation('staff');
  const { moment } = useDates();
  const me = useMe().data;
  const [isOpen, setOpen] = useState(false);
  const { displayName, email, roles, state, hasSecondFactor, lastSeenAt } = colleague;
  const isMe = me?.kind === 'staff' && me.accountId === colleague.accountId;
  const seen = lastSeenAt ? t('seen', { date: moment(lastSeenAt) }) : null;
  return (
    <li className="rows__row">
      <div className="rows__what">
        <b>
          {displayName}
          {isMe ? ` (${t('you')})` : null}
        </b>
        <span>{[email, seen].filter(Boolean).join(' · ')}</span>
      </div>
      <div className="tags">
        {roles.map((role) => (
          <span key={role} className="tag">
            {t(`role.${role}`)}
          </span>
        ))}
        {state === 'active' ? (
          <span className="tag">{hasSecondFactor ? t('secondFactor') : t('noSecondFactor')}</span>
        ) : (
          <span className="tag tag--here">{t(`state.${state}`)}</span>
        )}
      </div>
      <Button
        look="quiet"
        aria-label={t('editNamed', { name: displayName })}
        aria-expanded={isOpen}
        onPress={() => setOpen(!isOpen)}
      >
        {t('edit')}
      </Button>
      {isOpen ? <ColleaguePanel colleague={colleague} onChanged={onChanged} /> : null}
    </li>
  );
}
