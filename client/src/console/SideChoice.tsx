import { useTranslation } from 'react-i18next';
import { Segments } from '../ui/index.ts';

interface SideChoiceProps {
  value: 'left' | 'right' | null;
  onChange: (side: 'left' | 'right') => void;
}

/** The patient's left or right. */
export function SideChoice({ value, onChange }: SideChoiceProps) {
  const { t } = useTranslation('console');
  return (
    <Segments
      label={t('side.label')}
      value={value}
      onChange={onChange}
      options={[
        { value: 'left', label: t('side.left'), shortcut: 'L', demo: 'side-left' },
        { value: 'right', label: t('side.right'), shortcut: 'R', demo: 'side-right' },
      ]}
    />
  );
}
