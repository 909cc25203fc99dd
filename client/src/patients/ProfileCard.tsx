import { type WrittenProfile, writeProfile } from '@plumbline/shared/people';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../http/index.ts';
import { Banner, Button, ProblemBanner, useShortcuts } from '../ui/index.ts';
import { ProfileForm } from './ProfileForm.tsx';
import { ProfileView } from './ProfileView.tsx';

/** The profile to read, and for carers to write; what was just saved can be undone. */
export function ProfileCard({ written, mayWrite }: { written: WrittenProfile; mayWrite: boolean }) {
  const { t } = useTranslation('patients');
  const queries = useQueryClient();
  const [isEditing, setEditing] = useState(false);
  const [saved, setSaved] = useState<{ before: WrittenProfile; version: number } | null>(null);
  useShortcuts({ e: mayWrite && !isEditing && (() => setEditing(true)) });

  const show = async (now: WrittenProfile) => {
    queries.setQueryData(['patient', now.patientId, 'profile'], now);
    await queries.invalidateQueries({ queryKey: ['patients'] });
  };
  const undo = useMutation({
    mutationFn: ({ before, version }: { before: WrittenProfile; version: number }) =>
      call(writeProfile, { params: { patientId: before.patientId }, body: { version, profile: before.profile } }),
    onSuccess: async (now) => {
      setSaved(null);
      await show(now);
    },
  });

  return (
    <section className="card patient__profile" aria-labelledby="profile-title">
      <div className="panel-head">
        <h2 id="profile-title">{t('page.profile')}</h2>
        {mayWrite && !isEditing ? (
          <Button shortcut="E" onPress={() => setEditing(true)}>
            {t('page.edit')}
          </Button>
        ) : null}
      </div>
      <ProblemBanner error={undo.error} />
      {saved && !isEditing ? (
        <Banner kind="good" announce>
          <p>{t('page.saved')}</p>
          <Button isPending={undo.isPending} onPress={() => undo.mutate(saved)}>
            {t('page.undo')}
          </Button>
        </Banner>
      ) : null}
      {undo.isSuccess && !saved ? (
        <Banner kind="good" announce>
          <p>{t('page.undone')}</p>
        </Banner>
      ) : null}
      {isEditing ? (
        <ProfileForm
          written={written}
          onCancel={() => setEditing(false)}
          onSaved={(before, now) => {
            setEditing(false);
            undo.reset();
            setSaved({ before, version: now.version });
            void show(now);
          }}
        />
      ) : (
        <ProfileView written={written} />
      )}
    </section>
  );
}
