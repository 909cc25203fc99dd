import {
  type Colleague,
  changeColleague,
  DISABLE_REASONS,
  disableColleague,
  enableColleague,
  RESET_REASONS,
  renewStaffLink,
  resetSecondFactor,
} from '@plumbline/shared/people';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { call } from '../http/index.ts';
import { Button, ProblemBanner, TextField } from '../ui/index.ts';
import { RolesField } from './RolesField.tsx';
import { StaffLink } from './StaffLink.tsx';
import { useStepUp } from './useStepUp.tsx';
import { WithReason } from './WithReason.tsx';

/** Changes one colleague: name and roles, a fresh link, access, second factor. */
export function ColleaguePanel({ colleague, onChanged }: { colleague: Colleague; onChanged: () => void }) {
  const { t } = useTranslation('staff');
  const { accountId, state, hasSecondFactor } = colleague;
  const params = { accountId };
  const [displayName, setDisplayName] = useState(colleague.displayName);
  const [roles, setRoles] = useState(colleague.roles);
  const { withProof, dialog } = useStepUp();
  const act = useMutation({
    mutationFn: (work: () => Promise<unknown>) => withProof(work),
    onSuccess: onChanged,
  });
  const link = useMutation({
    mutationFn: () => withProof(() => call(renewStaffLink, { params, body: {} })),
    onSuccess: onChanged,
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!displayName.trim() || roles.length === 0) return;
    act.mutate(() => call(changeColleague, { params, body: { displayName: displayName.trim(), roles } }));
  }
  return (
    <div className="rows__wide section">
      {dialog}
      <ProblemBanner error={act.error ?? link.error} />
      <Form className="form" onSubmit={submit}>
        <TextField label={t('name')} value={displayName} onChange={setDisplayName} />
        <RolesField value={roles} onChange={setRoles} isMissing={roles.length === 0} />
        <div>
          <Button type="submit" isPending={act.isPending}>
            {t('save')}
          </Button>
        </div>
      </Form>
      {link.data ? <StaffLink name={colleague.displayName} link={link.data} /> : null}
      <div className="form__actions">
        {state === 'disabled' ? (
          <Button onPress={() => act.mutate(() => call(enableColleague, { params, body: {} }))}>{t('enable')}</Button>
        ) : (
          <>
            <Button onPress={() => link.mutate()} isPending={link.isPending}>
              {t('newLink')}
            </Button>
            {hasSecondFactor ? (
              <WithReason
                label={t('reset')}
                reasons={RESET_REASONS.map((value) => ({ value, label: t(`resetWhy.${value}`) }))}
                onReason={(why) => act.mutate(() => call(resetSecondFactor, { params, body: { why } }))}
              />
            ) : null}
            <WithReason
              label={t('disable')}
              reasons={DISABLE_REASONS.map((value) => ({ value, label: t(`disableWhy.${value}`) }))}
              onReason={(why) => act.mutate(() => call(disableColleague, { params, body: { why } }))}
            />
          </>
        )}
      </div>
      {state === 'disabled' ? null : <p className="field__hint">{t('newLinkHint')}</p>}
    </div>
  );
}
