import { countComplete } from '@plumbline/shared/encounter';
import { useTranslation } from 'react-i18next';
import type { Encounter } from '../encounter/index.ts';
import type { DeviceMeasurement } from '../measurement/index.ts';
import { TargetArc } from '../overlay/index.ts';
import type { RoomHandle } from '../room/index.ts';
import type { Speech } from '../speech/index.ts';
import { Button, useTitle } from '../ui/index.ts';
import { type Cue, cueFor, cueKey } from './cue.ts';
import { RemoteView } from './RemoteView.tsx';
import { SelfView } from './SelfView.tsx';
import { StopBar } from './StopBar.tsx';
import { useCueVoice } from './useCueVoice.ts';
import { useLostLine } from './useLostLine.ts';
import './visit.css';

export interface VisitPageProps {
  encounter: Encounter;
  room: RoomHandle;
  measurement: DeviceMeasurement;
  video: MediaStreamTrack | null;
  speech: Speech;
  muted: boolean;
  onMute: (muted: boolean) => void;
}

/** The visit as the patient sees it: the therapist's face; when something is to be done, one number, one arc, one cue. STOP always. */
export function VisitPage(props: VisitPageProps) {
  const { encounter, room, measurement, video, speech, muted, onMute } = props;
  const { t } = useTranslation('patient');
  const { state, therapistName: therapist, connection } = encounter;
  useTitle(t('title'));
  const words = useCueWords();
  const cue = state ? cueFor(state, measurement.reading) : null;
  const text = cue ? words(cue) : null;
  const set =
    state?.active?.kind === 'set'
      ? state.sets.find((one) => state.active?.kind === 'set' && one.setId === state.active.setId)
      : undefined;
  const count = set ? countComplete(set) : 0;
  useCueVoice(speech, cue && text ? { key: cueKey(cue), text } : null, count);
  const lost = useLostLine(encounter, room, speech, t('visit.lost'));

  const status =
    connection.socket === 'lost' ? t('visit.offline') : room.status === 'reconnecting' ? t('visit.reconnecting') : null;
  return (
    <main className={`visit${cue ? ' is-moving' : ''}`} aria-label={t('visit.talking', { therapist })}>
      <div className="visit-face">
        <RemoteView video={room.remoteVideo} label={t('visit.therapistVideo', { therapist })}>
          {t('visit.waitingForVideo', { therapist })}
        </RemoteView>
        {cue ? null : <SelfView track={video} label={t('visit.self')} />}
      </div>
      {lost || status ? (
        <p className="visit-status" role="status">
          {lost ? t('visit.lost') : status}
        </p>
      ) : null}
      {room.audioBlocked ? (
        <Button size="large" look="primary" onPress={() => void room.startAudio()}>
          {t('visit.soundBlocked')}
        </Button>
      ) : null}
      {cue && state ? (
        <section className="visit-work">
          <TargetArc
            progress={measurement.reading?.progress ?? null}
            label={
              measurement.reading?.progress == null
                ? t('visit.arcUnseen')
                : t('visit.arc', { percent: Math.round(Math.min(1, measurement.reading.progress) * 20) * 5 })
            }
          >
            <Figures set={set} count={count} measurement={measurement} degrees={state.display.degrees} />
          </TargetArc>
          <p className={`visit-cue${cue.kind === 'refusal' ? ' is-mend' : ''}`} aria-live="polite">
            {text}
          </p>
        </section>
      ) : null}
      {cue ? <SelfView track={video} label={t('visit.self')} /> : null}
      <StopBar encounter={encounter} speech={speech}>
        <Button onPress={() => onMute(!muted)}>{t(muted ? 'visit.unmute' : 'visit.mute')}</Button>
      </StopBar>
    </main>
  );
}

interface FiguresProps {
  set: { dosage: { repetitions: number | null } } | undefined;
  count: number;
  measurement: DeviceMeasurement;
  degrees: boolean;
}

function Figures({ set, count, measurement: { reading }, degrees }: FiguresProps) {
  const { t } = useTranslation('patient');
  const target = set?.dosage.repetitions ?? null;
  return (
    <>
      {set ? (
        <p className="visit-count">
          <b>{count}</b>
          <span>{target === null ? t('visit.repetitions', { count }) : t('visit.of', { count: target })}</span>
        </p>
      ) : null}
      {degrees && reading?.angleDegrees != null ? (
        <p className="visit-degrees">
          {t('visit.reading', {
            degrees: Math.round(reading.angleDegrees),
            uncertainty: Math.ceil(reading.uncertaintyDegrees ?? 0),
          })}
        </p>
      ) : null}
    </>
  );
}

const MOVES = ['shoulder-abduction', 'shoulder-flexion', 'elbow-flexion', 'knee-flexion'] as const;
const EXERCISES = [
  'squat',
  'sit-to-stand',
  'arm-raise',
  'elbow-curl',
  'push-up',
  'overhead-triceps-extension',
  'hip-hinge',
] as const;
const pick = <T extends string>(known: readonly T[], id: string): T | 'other' =>
  known.find((one) => one === id.split('@')[0]) ?? 'other';

/** The words of a cue in the page's language. */
function useCueWords(): (cue: Cue) => string {
  const { t } = useTranslation(['patient', 'common']);
  return (cue) => {
    if (cue.kind === 'refusal') return t(`patient:refusal.${cue.code}`);
    const side = cue.side ? t(`common:side.${cue.side}`) : '';
    if (cue.kind === 'trial') {
      return cue.step === 'move'
        ? t(`patient:move.${pick(MOVES, cue.protocol)}`, { side })
        : t(`patient:trial.${cue.step}`);
    }
    return cue.step === 'reached'
      ? t('patient:set.reached')
      : t(`patient:exercise.${pick(EXERCISES, cue.exercise)}`, { side });
  };
}
