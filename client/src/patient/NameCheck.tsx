import { useTranslation } from 'react-i18next';
import { Button } from '../ui/index.ts';
import { CalmPage } from './CalmPage.tsx';

/** The first of two identifiers: is the person the one the visit is for? */
export function NameCheck({ name, onAnswer }: { name: string; onAnswer: (right: boolean) => void }) {
  const { t } = useTranslation('patient');
  return (
    <CalmPage title={t('name.title', { name })} tab={t('title')}>
      <Button size="large" wide look="primary" demo="name-yes" onPress={() => onAnswer(true)}>
        {t('name.yes')}
      </Button>
      <Button size="large" wide onPress={() => onAnswer(false)}>
        {t('name.no')}
      </Button>
    </CalmPage>
  );
}

/** Somebody else has the link: nothing more is shown. */
export function Stranger({ clinic, onBack }: { clinic: string; onBack: () => void }) {
  const { t } = useTranslation('patient');
  return (
    <CalmPage title={t('name.strangerTitle')} tab={t('title')}>
      <p>{t('name.stranger', { clinic })}</p>
      <Button size="large" wide onPress={onBack}>
        {t('name.back')}
      </Button>
    </CalmPage>
  );
}
