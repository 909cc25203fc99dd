import { useTranslation } from 'react-i18next';
import { exerciseKey, findingKey, measureKey, protocolKey, reasonKey, screenKey } from './reasons.ts';

/** What protocols, exercises, sides and refusals are called on the screen. */
export function useNames() {
  const { t } = useTranslation(['results', 'byHand', 'screens', 'common']);
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
  const measure = (id: string) => {
    const key = measureKey(id);
    return key ? t(`byHand:measure.${key}`) : protocol(id);
  };
  return {
    side,
    /** A protocol's name, or that of a measure taken by hand. */
    measure: (id: string, one: 'left' | 'right' | null = null) => withSide(measure(id), one),
    screen: (id: string) => {
      const key = screenKey(id);
      return key ? t(`screens:name.${key}`) : id;
    },
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
