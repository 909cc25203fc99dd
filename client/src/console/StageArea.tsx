import type { EncounterState } from '@plumbline/shared/encounter';
import { findProtocol } from '@plumbline/shared/measurement';
import { findExercise } from '@plumbline/shared/programme';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Encounter } from '../encounter/index.ts';
import { Stage, type StageProps } from '../overlay/index.ts';
import type { RoomHandle } from '../room/index.ts';
import { Busy, Button, useShortcuts } from '../ui/index.ts';
import { barMode } from './bar-mode.ts';
import { ReadingPanel } from './ReadingPanel.tsx';
import { SelfView } from './SelfView.tsx';
import { StopBanner } from './StopBanner.tsx';
import { TimedReading } from './TimedReading.tsx';
import type { OwnMedia } from './useOwnMedia.ts';

interface StageAreaProps {
  encounter: Encounter;
  state: EncounterState;
  room: RoomHandle;
  media: OwnMedia;
  /** Told with every frame that is drawn: its capture time. */
  onShown: (captureMs: number) => void;
}

/** The patient, large, with what is measured drawn and written over the picture. */
export function StageArea({ encounter, state, room, media, onShown }: StageAreaProps) {
  const { t } = useTranslation('console');
  const [skeleton, setSkeleton] = useState(true);
  const name = encounter.patientName;
  const mode = barMode(state, null);
  useShortcuts({ o: () => setSkeleton(!skeleton) });
  return (
    <div className="stage-room">
      <Stage
        room={room}
        measuring={measuringOf(state)}
        skeleton={skeleton}
        label={t('stage.label', { name })}
        onShown={onShown}
        statusText={(overlay) => (overlay === 'delayed' || overlay === 'approximate' ? t(`stage.${overlay}`) : null)}
      >
        <NoPicture room={room} patientName={name} isThere={encounter.presence?.patient.socket ?? false} />
      </Stage>
      {mode.kind === 'trial' || mode.kind === 'set' || mode.kind === 'review' ? (
        <ReadingPanel mode={mode} room={room} />
      ) : null}
      {mode.kind === 'timed' ? (
        <TimedReading timed={mode.timed} room={room} serverNowMs={encounter.serverNowMs} />
      ) : null}
      {state.stop ? (
        <StopBanner stop={state.stop} patientName={name} isDelivered={encounter.connection.pending === 0} />
      ) : null}
      {room.audioBlocked ? (
        <div className="stage-room__ask">
          <Button look="primary" onPress={() => void room.startAudio()}>
            {t('stage.playSound')}
          </Button>
        </div>
      ) : null}
      {room.remoteVideo && room.status === 'reconnecting' ? (
        <p className="stage-room__away">
          <Busy text={t('stage.reconnecting')} />
        </p>
      ) : null}
      <SelfView media={media} />
    </div>
  );
}

function NoPicture({ room, patientName, isThere }: { room: RoomHandle; patientName: string; isThere: boolean }) {
  const { t } = useTranslation('console');
  if (room.status === 'closed') return <p>{t('stage.closed')}</p>;
  if (room.status !== 'connected') return <Busy text={t('stage.connecting')} />;
  if (room.remoteHere) return <p>{t('stage.noCamera', { name: patientName })}</p>;
  return <p>{t(isThere ? 'stage.coming' : 'stage.gone', { name: patientName })}</p>;
}

/** The angle that is measured now, if its side is known. */
function measuringOf(state: EncounterState): StageProps['measuring'] {
  const mode = barMode(state, null);
  if (mode.kind === 'trial') {
    const protocol = findProtocol(mode.trial.protocol);
    return protocol ? { angle: protocol.angle, side: mode.trial.side } : null;
  }
  if (mode.kind === 'set' && mode.set.side) {
    const exercise = findExercise(mode.set.exercise);
    return exercise ? { angle: exercise.angle, side: mode.set.side } : null;
  }
  return null;
}
