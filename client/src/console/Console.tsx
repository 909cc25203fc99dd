import { type EncounterState, measuringDevice } from '@plumbline/shared/encounter';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Encounter } from '../encounter/index.ts';
import { RecordContext, usePatientRecord } from '../history/index.ts';
import { useConfig } from '../people/index.ts';
import { useVisitRoom } from '../room/index.ts';
import { useShortcuts, useTitle } from '../ui/index.ts';
import { ActionBar } from './ActionBar.tsx';
import type { Choosing } from './bar-mode.ts';
import { ConsoleHeader } from './ConsoleHeader.tsx';
import { connectionWord } from './connection.ts';
import { DisplaySwitches } from './DisplaySwitches.tsx';
import { EndVisit } from './EndVisit.tsx';
import { HelpPanel } from './HelpPanel.tsx';
import { IrritableSwitch } from './IrritableSwitch.tsx';
import { MeasuredPanel } from './MeasuredPanel.tsx';
import { MoveQuestions } from './MoveQuestions.tsx';
import { Notices } from './Notices.tsx';
import { SetPanel } from './SetPanel.tsx';
import { StageArea } from './StageArea.tsx';
import { TimedPanel } from './TimedPanel.tsx';
import { Timeline } from './Timeline.tsx';
import { useCommands } from './useCommands.ts';
import { useIrritable } from './useIrritable.ts';
import { useMeasuringHere } from './useMeasuringHere.ts';
import { useOnceStored } from './useOnceStored.ts';
import { useOwnMedia } from './useOwnMedia.ts';
import { usePainMoment } from './usePainMoment.ts';
import { usePicked } from './usePicked.ts';
import { useScreenRunner } from './useScreenRunner.ts';
import { useStopTone } from './useStopTone.ts';
import { WaitingPanel } from './WaitingPanel.tsx';
import { WhoMeasures } from './WhoMeasures.tsx';

/** One screen that runs the visit. */
export function Console({ encounter, state }: { encounter: Encounter; state: EncounterState }) {
  const { t } = useTranslation(['console', 'common']);
  const { encounterId, patientName, person, wakeUps } = encounter;
  const isOpen = state.status === 'open';
  const [irritable, setIrritable] = useIrritable(state);
  const record = usePatientRecord(encounterId, state, person);
  const commands = useCommands(encounter, { irritable, lastSetUp: record.lastSetUp });
  const media = useOwnMedia(state.status === 'waiting' || isOpen);
  const videoRoom = useVisitRoom({
    encounterId,
    party: 'therapist',
    // The server lets nobody in before it knows of the admission.
    enabled: useOnceStored(isOpen, encounter.connection.pending),
    wakeUps,
    video: media.video,
    audio: media.audio,
  });
  const config = useConfig().data ?? null;
  const { room, pose } = useMeasuringHere(encounter, state, videoRoom, config);
  const changeDevice = () => {
    if (measuringDevice(state) === 'therapist-browser') commands.measureBy('patient-device', 'by-choice');
    else commands.measureBy('therapist-browser', state.measuring.trouble ?? 'by-choice');
  };
  const [choosing, setChoosing] = useState<Choosing>(null);
  const pain = usePainMoment(room, encounter.serverNowMs);
  // Nobody is asked to move while the therapist writes something down.
  const dueMs = useScreenRunner(state, commands, choosing !== null);
  const [picked, setPicked] = usePicked(state);
  const [showsHelp, setShowsHelp] = useState(false);
  // No name: titles stand in the browser's history and on a shared screen.
  useTitle(t(state.stop?.by === 'patient' ? 'tab.stopped' : 'tab.visit'));
  useStopTone(state.stop);
  useShortcuts({
    '?': () => setShowsHelp(!showsHelp),
    a: state.status === 'waiting' && commands.admit,
    v: media.toggleCamera,
    i: media.toggleMicrophone,
    w: isOpen && changeDevice,
  });
  const word = connectionWord({
    socket: encounter.connection.socket,
    room: room.status,
    isOpen,
    patientInRoom: room.remoteHere,
  });

  return (
    <RecordContext value={record}>
      <div className="console">
        <a href="#bar" className="skip-link">
          {t('common:skipToContent')}
        </a>
        <ConsoleHeader encounter={encounter} state={state} word={word} onHelp={() => setShowsHelp(!showsHelp)}>
          <EndVisit isLive={state.active !== null} onEnd={commands.endVisit} />
        </ConsoleHeader>
        <Timeline state={state} picked={picked} onPick={(key) => setPicked(key === picked ? null : key)} />
        <main className="console__main" data-stopped={state.stop !== null}>
          {isOpen ? (
            <StageArea encounter={encounter} state={state} room={room} media={media} onShown={pain.onShown} />
          ) : (
            <div className="stage-room stage-room--waiting">
              <WaitingPanel encounter={encounter} state={state} onAdmit={commands.admit} />
            </div>
          )}
          <div id="bar">
            <ActionBar
              state={state}
              patientName={patientName}
              commands={commands}
              choosing={choosing}
              onChoose={setChoosing}
              irritable={irritable}
              pain={pain}
              dueMs={dueMs}
              unsent={encounter.connection.socket === 'connected' ? 0 : encounter.connection.pending}
            />
          </div>
        </main>
        <aside className="console__side" aria-label={t('side.panel')}>
          {showsHelp ? <HelpPanel onClose={() => setShowsHelp(false)} /> : null}
          <WhoMeasures state={state} patientName={patientName} pose={pose} onChange={changeDevice} />
          <MoveQuestions encounterId={encounterId} patientName={patientName} isOver={state.status === 'ended'} />
          <Notices encounter={encounter} />
          <MeasuredPanel state={state} commands={commands} onChoose={setChoosing} picked={picked} />
          <TimedPanel timed={state.timed} commands={commands} />
          <SetPanel state={state} commands={commands} picked={picked} />
          <IrritableSwitch isOn={irritable} onChange={setIrritable} />
          <DisplaySwitches display={state.display} patientName={patientName} onChange={commands.show} />
        </aside>
      </div>
    </RecordContext>
  );
}
