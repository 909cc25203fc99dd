import { renamePasskey } from '@plumbline/shared/people';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { call } from '../http/index.ts';
import { Button, ProblemBanner, TextField } from '../ui/index.ts';
import type { Security } from './security-query.ts';
import { useDates } from './useDates.ts';

interface PasskeyRowProps {
  passkey: Security['passkeys'][number];
  onRenamed: () => void;
  onRemove: () => void;
}

/** One passkey: its name, since when, when last used. */
export function PasskeyRow({ passkey, onRenamed, onRemove }: PasskeyRowProps) {
  const { t } = useTranslation('security');
  const { day } = useDates();
  const { passkeyId, addedAt, lastUsedAt } = passkey;
  const [name, setName] = useState<string | null>(null);
  const rename = useMutation({
    mutationFn: (wanted: string) => call(renamePasskey, { params: { passkeyId }, body: { name: wanted } }),
    onSuccess: () => {
      setName(null);
      onRenamed();
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    if (name?.trim()) rename.mutate(name.trim());
  }
  const used = lastUsedAt ? ` · ${t('factor.used', { date: day(lastUsedAt) })}` : '';
  return (
    <li className="rows__row">
      <div className="rows__what">
        <b>{passkey.name}</b>
        <span>
          {t('factor.passkey')} · {t('factor.added', { date: day(addedAt) })}
          {used}
        </span>
      </div>
      <Button
        look="quiet"
        aria-label={t('factor.renameNamed', { name: passkey.name })}
        onPress={() => setName(name === null ? passkey.name : null)}
      >
        {t('factor.rename')}
      </Button>
      <Button look="quiet" aria-label={t('factor.removeNamed', { name: passkey.name })} onPress={onRemove}>
        {t('factor.remove')}
      </Button>
      {name === null ? null : (
        <Form className="form rows__wide" onSubmit={submit}>
          <ProblemBanner error={rename.error} />
          <TextField
            label={t('factor.name')}
            hint={t('factor.nameHint')}
            value={name}
            onChange={setName}
            maxLength={60}
            autoFocus
          />
          <div>
            <Button type="submit" look="primary" isPending={rename.isPending} isDisabled={!name.trim()}>
              {t('factor.save')}
            </Button>
          </div>
        </Form>
      )}
    </li>
  );
}
