import { inviteColleague, type StaffRole } from '@plumbline/shared/people';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { call, isProblem } from '../http/index.ts';
import { Button, ProblemBanner, TextField } from '../ui/index.ts';
import { RolesField } from './RolesField.tsx';
import { StaffLink } from './StaffLink.tsx';
import { useStepUp } from './useStepUp.tsx';

/** Adds a colleague and shows their one-time link. */
export function InviteForm({ onInvited, onClose }: { onInvited: () => void; onClose: () => void }) {
  const { t } = useTranslation('staff');
  const { t: tPeople } = useTranslation('people');
  const { t: tCommon } = useTranslation();
  const [displayName, setDisplayName] = useState('');
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<StaffRole[]>(['therapist']);
  const [wasTried, setTried] = useState(false);
  const { withProof, dialog } = useStepUp();
  const invite = useMutation({
    mutationFn: () =>
      withProof(() => call(inviteColleague, { body: { displayName: displayName.trim(), email: email.trim(), roles } })),
    onSuccess: onInvited,
  });
  const isEmailWrong = isProblem(invite.error, 'invalid') && invite.error.path === 'body.email';

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (displayName.trim() && email.trim() && roles.length > 0) invite.mutate();
  }
  const missing = (value: string) => (wasTried && !value.trim() ? tPeople('missing') : undefined);
  return (
    <section className="card section" aria-labelledby="invite-title">
      <h2 id="invite-title">{t('inviteTitle')}</h2>
      {dialog}
      {invite.data ? (
        <>
          <StaffLink name={displayName} link={invite.data} />
          <div>
            <Button onPress={onClose}>{tCommon('close')}</Button>
          </div>
        </>
      ) : (
        <Form className="form" onSubmit={submit}>
          <ProblemBanner error={isEmailWrong ? null : invite.error} />
          <TextField
            label={t('name')}
            autoComplete="off"
            value={displayName}
            onChange={setDisplayName}
            error={missing(displayName)}
            autoFocus
          />
          <TextField
            label={tPeople('email')}
            hint={t('emailHint')}
            type="email"
            autoComplete="off"
            value={email}
            onChange={setEmail}
            error={missing(email) ?? (isEmailWrong ? tPeople('emailWrong') : undefined)}
          />
          <RolesField value={roles} onChange={setRoles} isMissing={wasTried && roles.length === 0} />
          <div className="form__actions">
            <Button type="submit" look="primary" isPending={invite.isPending}>
              {t('makeLink')}
            </Button>
            <Button look="quiet" onPress={onClose}>
              {tCommon('cancel')}
            </Button>
          </div>
        </Form>
      )}
    </section>
  );
}
