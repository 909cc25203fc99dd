import type { Profile } from '@plumbline/shared/people';
import { useTranslation } from 'react-i18next';
import { Banner, Segments } from '../ui/index.ts';
import { useFieldText } from './field-text.ts';
import type { Conflict } from './useProfileDraft.ts';

interface ConflictPanelProps {
  author: string;
  conflicts: readonly Conflict[];
  draft: Profile;
  onDecide: (conflict: Conflict, whose: 'ours' | 'theirs') => void;
}

/** Both values of every field that two people changed, and which of them shall stand. */
export function ConflictPanel({ author, conflicts, draft, onDecide }: ConflictPanelProps) {
  const { t } = useTranslation('patients');
  const textOf = useFieldText();
  const shown = (profile: Profile, { field }: Conflict) => textOf(profile, field).join('; ') || t('form.nothing');
  return (
    <Banner kind="caution" title={t('conflict.title')} announce>
      <p>{t(conflicts.length === 0 ? 'conflict.textNone' : 'conflict.text')}</p>
      {conflicts.map((conflict) => (
        <div key={conflict.field} className="conflict">
          <p className="field__label">{t(`field.${conflict.field}`)}</p>
          <Segments
            label={t('conflict.choose', { field: t(`field.${conflict.field}`) })}
            value={draft[conflict.field] === conflict.theirs[conflict.field] ? 'theirs' : 'ours'}
            onChange={(whose) => onDecide(conflict, whose)}
            options={[
              { value: 'ours', label: `${t('conflict.mine')}: ${shown(conflict.ours, conflict)}` },
              {
                value: 'theirs',
                label: `${t('conflict.theirs', { name: author })}: ${shown(conflict.theirs, conflict)}`,
              },
            ]}
          />
        </div>
      ))}
    </Banner>
  );
}
