import { GROUNDS, type Ground } from '@plumbline/shared/people';
import { useTranslation } from 'react-i18next';

/** The deed of an entry in words; its own code where a newer server knows more deeds than this page. */
export function useDeedWords(): (action: string) => string {
  const { t, i18n } = useTranslation('audit');
  return (action) => {
    const key = `deeds.${action.replaceAll('.', '-')}`;
    return i18n.exists(key, { ns: 'audit' }) ? t(key as 'deeds.encounter-read') : action;
  };
}

export function isGround(why: string | null): why is Ground {
  return GROUNDS.some((ground) => ground === why);
}
