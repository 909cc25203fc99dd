import type { EventBody } from './bodies.ts';
import { trialsOfStep } from './screen.ts';
import type { EncounterState, ScreenState } from './state.ts';
import { accept, cannotBegin, type EventOf, findScreenState, type Next, refuse, withScreen } from './transition.ts';

/** Sets of measurements: one step after the other, one acceptance for all. */
export function nextScreen(state: EncounterState, event: EventOf<'screen'>, atMs: number): Next {
  if (event.type === 'screen.started') return start(state, event.body, atMs);
  const screen = findScreenState(state, event.body.screenId);
  if (!screen) return refuse('unknown-screen');
  if (screen.status === 'accepted') return refuse('already-accepted');
  const to = (status: ScreenState['status']) => accept(withScreen(withoutArmed(state, screen), { ...screen, status }));
  switch (event.type) {
    case 'screen.paused':
      return screen.status === 'running' ? to('paused') : refuse('screen-not-running');
    case 'screen.ended':
      return screen.status === 'ended' ? refuse('already-ended') : to('ended');
    case 'screen.resumed':
      if (screen.status === 'running') return refuse('screen-runs');
      return refuseOr(cannotBegin(state, screen.screenId), () => to('running'));
    case 'screen.skipped':
    case 'screen.repeated':
      return ask(state, screen, event);
    case 'screen.accepted':
      return acceptAll(state, screen, event.body.trialIds);
  }
}

function refuseOr(code: string | null, go: () => Next): Next {
  return code ? refuse(code) : go();
}

function start(state: EncounterState, body: EventBody<'screen.started'>, atMs: number): Next {
  const blocked = cannotBegin(state);
  if (blocked) return refuse(blocked);
  if (findScreenState(state, body.screenId)) return refuse('known-id');
  if (state.screens.some(({ status }) => status === 'paused')) return refuse('busy');
  if (body.irritable && body.trialsPerStep > 1) return refuse('one-trial-only');
  const screen: ScreenState = { ...body, skipped: [], status: 'running', startedAtMs: atMs };
  return accept({ ...state, screens: [...state.screens, screen] });
}

function ask(
  state: EncounterState,
  screen: ScreenState,
  { type, body: { step } }: Extract<EventOf<'screen'>, { body: { step: number } }>,
): Next {
  if (step >= screen.steps.length) return refuse('unknown-step');
  const others = screen.skipped.filter((one) => one !== step);
  if (type === 'screen.skipped') {
    const free = isArmedIn(state, screen, step) ? withoutArmed(state, screen) : state;
    return accept(withScreen(free, { ...screen, skipped: [...others, step].sort((a, b) => a - b) }));
  }
  const free = withoutArmed(state, screen);
  const blocked = cannotBegin(free, screen.screenId);
  if (blocked) return refuse(blocked);
  const again = new Set(trialsOfStep(screen, step, state.trials).filter(({ status }) => status === 'unreviewed'));
  const trials = free.trials.map((trial) => (again.has(trial) ? { ...trial, status: 'declined' as const } : trial));
  return accept(withScreen({ ...free, trials }, { ...screen, skipped: others, status: 'running' }));
}

function acceptAll(state: EncounterState, screen: ScreenState, trialIds: readonly string[]): Next {
  if (isArmedIn(state, screen)) return refuse('busy');
  const own = state.trials.filter((trial) => trial.screen?.screenId === screen.screenId);
  const wanted = own.filter(({ trialId }) => trialIds.includes(trialId));
  if (wanted.length < new Set(trialIds).size) return refuse('unknown-trial');
  if (wanted.some(({ result }) => result?.valueDegrees == null)) return refuse('no-value');
  if (wanted.some(({ status }) => status === 'declined')) return refuse('declined');
  const trials = state.trials.map((trial) => {
    if (!own.includes(trial) || trial.status !== 'unreviewed') return trial;
    if (wanted.includes(trial)) return { ...trial, status: 'kept' as const };
    // What came in after the button was pressed nobody has seen: it waits for its own review.
    return trial.result?.valueDegrees == null ? { ...trial, status: 'declined' as const } : trial;
  });
  return accept(withScreen({ ...state, trials }, { ...screen, status: 'accepted' }));
}

function isArmedIn({ active, trials }: EncounterState, { screenId }: ScreenState, step?: number): boolean {
  const armed = active?.kind === 'trial' ? trials.find(({ trialId }) => trialId === active.trialId) : undefined;
  return armed?.screen?.screenId === screenId && (step === undefined || armed.screen.step === step);
}

/** The state with the screen's armed trial cancelled and the device free. */
function withoutArmed(state: EncounterState, screen: ScreenState): EncounterState {
  if (!isArmedIn(state, screen)) return state;
  const trials = state.trials.map((trial) =>
    trial.status === 'armed' ? { ...trial, status: 'cancelled' as const } : trial,
  );
  return { ...state, trials, active: null };
}
