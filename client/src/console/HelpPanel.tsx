import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton, Kbd, useShortcuts } from '../ui/index.ts';

const KEYS = [
  ['A', 'admit'],
  ['M', 'measure'],
  ['C', 'count'],
  ['S', 'screen'],
  ['T', 'timed'],
  ['H', 'byHand'],
  ['1–9', 'pick'],
  ['A–Z', 'pickMove'],
  ['/', 'find'],
  ['L R', 'side'],
  ['⏎', 'enter'],
  ['N', 'next'],
  ['R', 'again'],
  ['X', 'correct'],
  ['D', 'decline'],
  ['1–4', 'pain'],
  ['K', 'skip'],
  ['P', 'pause'],
  ['+', 'countOne'],
  ['E', 'endSet'],
  ['U', 'resume'],
  ['.', 'stop'],
  ['V', 'camera'],
  ['I', 'microphone'],
  ['O', 'overlay'],
  ['W', 'device'],
  ['Esc', 'escape'],
  ['?', 'help'],
] as const;

/** Every key of the console, over the right column. */
export function HelpPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('console');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useShortcuts({ Escape: onClose });
  return (
    <section className="help" aria-labelledby="help-title">
      <div className="help__head">
        <h2 id="help-title" ref={heading} tabIndex={-1}>
          {t('help.title')}
        </h2>
        <IconButton label={t('help.close')} icon={<X aria-hidden="true" />} onPress={onClose} />
      </div>
      <dl className="help__keys">
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>
              <Kbd>{key}</Kbd>
              <span className="visually-hidden">{key}</span>
            </dt>
            <dd>{t(`help.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
