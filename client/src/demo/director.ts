import type { DemoStep } from './script.ts';

export interface DirectorView {
  step: number;
  caption: string;
  /** waiting: the element is not there yet. pointing: it is shown before it is pressed. stuck: it did not come for a long time. */
  phase: 'waiting' | 'pointing' | 'finished' | 'stuck';
  /** Where the ring is drawn, in the frame's own pixels. */
  target: { frame: DemoStep['frame']; x: number; y: number; width: number; height: number } | null;
}

export interface DirectorOptions {
  steps: readonly DemoStep[];
  frames: Record<DemoStep['frame'], () => Document | null>;
  onView: (view: DirectorView) => void;
  /** How long an element is pointed at before it is pressed. */
  pointMs: number;
  /** After how long without its element a step is called stuck; the director goes on looking. */
  stuckAfterMs: number;
  now: () => number;
}

export interface Director {
  /** Looks once and acts; called by a timer. */
  tick(): void;
}

/** Creates a director that plays `steps` on the real pages, one press at a time. */
export function createDirector({ steps, frames, onView, pointMs, stuckAfterMs, now }: DirectorOptions): Director {
  let index = 0;
  let since = now();
  let pointingSince: number | null = null;

  function advance() {
    index += 1;
    since = now();
    pointingSince = null;
  }

  return {
    tick() {
      const step = steps[index];
      if (!step) {
        onView({ step: index, caption: 'finished', phase: 'finished', target: null });
        return;
      }
      const element = findReady(frames[step.frame](), step.element);
      if (!element) {
        pointingSince = null;
        const phase = now() - since > stuckAfterMs ? 'stuck' : 'waiting';
        onView({ step: index, caption: step.caption, phase, target: null });
        return;
      }
      if (step.act === 'await') {
        advance();
        return;
      }
      pointingSince ??= now();
      if (now() - pointingSince >= pointMs) {
        element.click();
        advance();
        return;
      }
      const { x, y, width, height } = element.getBoundingClientRect();
      const target = { frame: step.frame, x, y, width, height };
      onView({ step: index, caption: step.caption, phase: 'pointing', target });
    },
  };
}

function findReady(page: Document | null, name: string): HTMLElement | null {
  const element = page?.querySelector<HTMLElement>(`[data-demo~="${name}"]`);
  if (!element || element.matches(':disabled, [data-disabled], [aria-disabled="true"]')) return null;
  return element.getClientRects().length > 0 ? element : null;
}
