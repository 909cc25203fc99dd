import { useTranslation } from 'react-i18next';
import type { DeviceProblem } from '../devices/index.ts';
import { Banner } from '../ui/index.ts';
import { blockedHelp } from './blocked-help.ts';

/** Why there is no camera, and what to do in this very browser. */
export function CameraProblem({ problem }: { problem: DeviceProblem | null }) {
  const { t } = useTranslation('patient');
  if (problem === 'denied') {
    const steps = t(`check.denied.${blockedHelp(navigator.userAgent, navigator.maxTouchPoints)}`).split('\n');
    return (
      <Banner kind="caution" title={t('check.deniedTitle')} announce>
        <ol className="calm-steps">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Banner>
    );
  }
  const why = problem === 'busy' || problem === 'unsupported' ? problem : 'noCamera';
  return (
    <Banner kind="caution" title={t(`check.${why}Title`)} announce>
      <p>{t(`check.${why}`)}</p>
    </Banner>
  );
}
