import type { EncounterView } from '../encounter/index.ts';

export type Screen = 'loading' | 'failed' | 'other-tab' | 'name' | 'stranger' | 'check' | 'waiting' | 'visit' | 'ended';

interface Progress {
  /** Null before the person has said. */
  nameIsRight: boolean | null;
  /** Camera and sound have been looked at, on this page or before a reload. */
  checked: boolean;
}

/** Which of the patient's screens stands now. */
export function screenFor(
  { status, state }: Pick<EncounterView, 'status' | 'state'>,
  { nameIsRight, checked }: Progress,
): Screen {
  if (status === 'other-tab' || status === 'failed') return status;
  if (status === 'loading' || !state) return 'loading';
  if (state.status === 'ended') return 'ended';
  if (nameIsRight === false) return 'stranger';
  if (nameIsRight === null) return 'name';
  if (!checked) return 'check';
  return state.status === 'open' ? 'visit' : 'waiting';
}
