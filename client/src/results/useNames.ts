import { useTranslation } from 'react-i18next';
import { exerciseKey, findingKey, protocolKey, reasonKey } from './reasons.ts';

/** What protocols, exercises, sides and refusals are called on the screen. */
export function useNames() {
  const { t } = useTranslation(['results', 'common']);
  const side = (one: 'left' | 'right') => t(`common:side.${one}`);
  const withSide = (name: string, one: 'left' | 'right' | null) => (one ? t('sided', { name, side: side(one) }) : name);
  const protocol = (id: string) => {
    const key = protocolKey(id);
    return key ? t(`protocol.${key}`) : id;
  };
  const exercise = (id: string) => {
    const key = exerciseKey(id);
    return key ? t(`exercise.${key}`) : id;
  };
  return {
    side,
    protocol: (id: string, one: 'left' | 'right' | null = null) => withSide(protocol(id), one),
    exercise: (id: string, one: 'left' | 'right' | null = null) => withSide(exercise(id), one),
    /** Why there is no value, in one line. */
    reasons: (codes: readonly string[]) =>
      codes
        .flatMap((code) => reasonKey(code) ?? [])
        .map((key) => t(`reason.${key}`))
        .join('; ') || t('reason.unknown'),
    /** The compensation beside a value: `trunk lean 8°`. */
    finding: ({ code, degrees }: { code: string; degrees: number }) =>
      t(`finding.${findingKey(code)}`, { degrees: Math.round(degrees), code }),
  };
}
