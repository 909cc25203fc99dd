import {
  type EventBody,
  nextInScreen,
  type ScreenState,
  type TrialState,
  trialsOfStep,
} from '@plumbline/shared/encounter';
import type { SetUp } from '@plumbline/shared/measurement';
import { v7 as uuid } from 'uuid';
import type { Encounter } from '../encounter/index.ts';

export type WantedScreen = Omit<EventBody<'screen.started'>, 'screenId'>;

/** What the therapist can do with a screen; each is one event of this device. `lastSetUp`: how the patient stood when a step was measured last. */
export function screenCommands(
  append: Encounter['append'],
  lastSetUp: (protocol: string, side: 'left' | 'right') => SetUp | null,
) {
  return {
    startScreen: (screen: WantedScreen) => void append('screen.started', { screenId: uuid(), ...screen }),
    /** Asks for the trial that is next; trials of one step are of one measurement. */
    async armNext(screen: ScreenState, trials: readonly TrialState[]) {
      const next = nextInScreen(screen, trials);
      const step = next && screen.steps[next.step];
      if (!step) return;
      const own = trialsOfStep(screen, next.step, trials);
      await append('trial.armed', {
        trialId: uuid(),
        measurementId: own[0]?.measurementId ?? uuid(),
        ...step,
        irritable: screen.irritable,
        screen: { screenId: screen.screenId, step: next.step },
        lastSetUp: lastSetUp(step.protocol, step.side),
      });
    },
    pauseScreen: (screenId: string) => void append('screen.paused', { screenId }),
    resumeScreen: (screenId: string) => void append('screen.resumed', { screenId }),
    skipStep: (screenId: string, step: number) => void append('screen.skipped', { screenId, step }),
    repeatStep: (screenId: string, step: number) => void append('screen.repeated', { screenId, step }),
    endScreen: (screenId: string) => void append('screen.ended', { screenId }),
    acceptScreen: (screenId: string, trialIds: string[]) => void append('screen.accepted', { screenId, trialIds }),
    /** The step counts for nothing and is not asked for again. */
    async leaveOut({ screenId }: ScreenState, step: number, trials: readonly TrialState[]) {
      await append('screen.skipped', { screenId, step });
      for (const { trialId } of trials) await append('trial.declined', { trialId });
    },
  };
}
