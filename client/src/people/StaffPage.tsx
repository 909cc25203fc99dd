import { listStaff } from '@plumbline/shared/people';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../http/index.ts';
import { Busy, Button, ProblemBanner, useTitle } from '../ui/index.ts';
import { ColleagueRow } from './ColleagueRow.tsx';
import { InviteForm } from './InviteForm.tsx';
import './people.css';

/** Who works in the clinic, for its administrators. */
export function StaffPage() {
  const { t } = useTranslation('staff');
  useTitle(t('title'));
  const queries = useQueryClient();
  const [isInviting, setInviting] = useState(false);
  const staff = useQuery({ queryKey: ['staff'], queryFn: ({ signal }) => call(listStaff, { signal }) });
  const again = () => void queries.invalidateQueries({ queryKey: ['staff'] });
  return (
    <div className="section-list">
      <div className="section-list__head">
        <h1>{t('title')}</h1>
        <p>{t('lead')}</p>
      </div>
      {isInviting ? (
        <InviteForm onInvited={again} onClose={() => setInviting(false)} />
      ) : (
        <div>
          <Button look="primary" onPress={() => setInviting(true)}>
            <UserPlus aria-hidden="true" />
            {t('invite')}
          </Button>
        </div>
      )}
      {staff.error ? <ProblemBanner error={staff.error} onRetry={() => void staff.refetch()} /> : null}
      {staff.isPending ? <Busy /> : null}
      {staff.data ? (
        <ul className="rows staff-rows">
          {staff.data.staff.map((colleague) => (
            <ColleagueRow key={colleague.accountId} colleague={colleague} onChanged={again} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}
