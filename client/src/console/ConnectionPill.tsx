import { LoaderCircle, SignalHigh, UserX, VideoOff, WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConnectionWord } from './connection.ts';

const ICONS: Record<ConnectionWord, typeof WifiOff> = {
  connecting: LoaderCircle,
  connected: SignalHigh,
  ready: SignalHigh,
  'no-server': WifiOff,
  'no-video': VideoOff,
  'patient-away': UserX,
};

/** The connection by shape, word and colour; `pending`: entries that wait for the server. */
export function ConnectionPill({ word, pending }: { word: ConnectionWord; pending: number }) {
  const { t } = useTranslation('console');
  const Icon = ICONS[word];
  return (
    <span className="pill" role="status" data-word={word}>
      <Icon size={16} aria-hidden="true" />
      {t(`connection.${word}`)}
      {pending > 0 && word === 'no-server' ? ` · ${t('connection.pending', { count: pending })}` : null}
    </span>
  );
}
