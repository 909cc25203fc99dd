import { type EncounterState, measuringDevice } from '@plumbline/shared/encounter';
import { Gauge } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PoseState } from '../pose/index.ts';
import { Button } from '../ui/index.ts';
import './who-measures.css';

interface WhoMeasuresProps {
  state: EncounterState;
  patientName: string;
  /** How this browser's pose engine does; null while it does not measure. */
  pose: PoseState | null;
  onChange: () => void;
}

/** Told only when it matters: the patient's device cannot go on measuring, or this browser measures in its place. */
export function WhoMeasures({ state, patientName: name, pose, onChange }: WhoMeasuresProps) {
  const { t } = useTranslation('console');
  if (state.status !== 'open') return null;
  const isHere = measuringDevice(state) === 'therapist-browser';
  const { trouble } = state.measuring;
  if (!isHere && !trouble) return null;
  const isTrouble = !isHere || pose?.kind === 'failed';
  return (
    <section className="who-measures" data-trouble={isTrouble} aria-labelledby="who-measures-title">
      <h2 id="who-measures-title">
        <Gauge size={16} aria-hidden="true" />
        {t(isHere ? 'whoMeasures.here' : `whoMeasures.${trouble ?? 'too-slow'}`, { name })}
      </h2>
      <p role="status">{isHere ? <Progress pose={pose} /> : t('whoMeasures.offer')}</p>
      <Button
        look={isHere ? 'quiet' : 'primary'}
        shortcut="W"
        onPress={onChange}
        demo={isHere ? 'measure-there' : 'measure-here'}
      >
        {isHere ? t('whoMeasures.giveBack', { name }) : t('whoMeasures.take')}
      </Button>
    </section>
  );
}

function Progress({ pose }: Pick<WhoMeasuresProps, 'pose'>) {
  const { t } = useTranslation('console');
  if (pose?.kind === 'running') return t('whoMeasures.wider');
  if (pose?.kind === 'failed') return t('whoMeasures.failed');
  if (pose?.kind === 'loading') return t('whoMeasures.loading', { percent: Math.round(pose.progress * 100) });
  return t('whoMeasures.waiting');
}
