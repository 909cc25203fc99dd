import { useTranslation } from 'react-i18next';

/** Says that something is under way; `text` tells what. */
export function Busy({ text }: { text?: string }) {
  const { t } = useTranslation();
  return (
    <span className="busy" role="status">
      <span className="busy__ring" aria-hidden="true" />
      {text ?? t('loading')}
    </span>
  );
}
