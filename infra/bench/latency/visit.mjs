// @ts-check
import { tsImport } from 'tsx/esm/api';
import { summaryOf } from '../statistics.mjs';
import { traceTasks } from './busiest-task.mjs';
import { observePage, readClock } from './observe-page.mjs';

const SECONDS = 30;

/**
 * A real visit over the real product: two browsers, one of them with a camera. How long after the patient's number the
 * therapist's shows the same reading.
 * @param {import('../context.mjs').Context} context
 * @param {string} clip
 */
export async function watchVisit({ say, onInterrupt }, clip) {
  say('starting the product, and a visit in it');
  const { openVisit } = /** @type {typeof import('../../../tests/bench/open-visit.ts')} */ (
    await tsImport('../../../tests/bench/open-visit.ts', import.meta.url)
  );
  const { ana, tom, stop } = await openVisit({ camera: clip }, onInterrupt);
  try {
    const clocks = { ana: await readClock(ana), tom: await readClock(tom) };
    const pages = { ana: await observePage(ana), tom: await observePage(tom) };
    const traces = { ana: await traceTasks(ana), tom: await traceTasks(tom) };
    say(`${SECONDS} s of a set of squats`);
    await new Promise((resolve) => setTimeout(resolve, SECONDS * 1000));
    const seen = { ana: await pages.ana(), tom: await pages.tom() };
    const busiestTaskMs = { patient: await traces.ana(), therapist: await traces.tom() };
    return { ...compare(seen.ana, seen.tom, clocks), busiestTaskMs };
  } finally {
    await stop();
  }
}

/**
 * @typedef {import('./observe-page.mjs').Observed} Observed
 * @typedef {{ aheadMs: number, withinMs: number }} Clock
 * @param {Observed} ana
 * @param {Observed} tom
 * @param {{ ana: Clock, tom: Clock }} clocks
 */
export function compare(ana, tom, clocks) {
  const clockMs = clocks.tom.aheadMs - clocks.ana.aheadMs;
  const clockWithinMs = clocks.tom.withinMs + clocks.ana.withinMs;
  // A difference that cannot be told from none is none.
  const tomIsAheadMs = Math.abs(clockMs) > clockWithinMs ? clockMs : 0;
  const both = [...ana.shownAtMs].flatMap(([captureMs, anasMs]) => {
    const tomsMs = tom.shownAtMs.get(captureMs);
    return tomsMs === undefined ? [] : [{ captureMs, anasMs, tomsMs: tomsMs - tomIsAheadMs }];
  });
  const captures = [...ana.shownAtMs.keys()];
  const spanMs = Math.max(...captures) - Math.min(...captures);
  return {
    fps: captures.length > 1 ? ((captures.length - 1) * 1000) / spanMs : 0,
    cameraToPatientMs: summaryOf([...ana.shownAtMs].map(([captureMs, anasMs]) => anasMs - captureMs)),
    patientToTherapistMs: summaryOf(both.map(({ anasMs, tomsMs }) => tomsMs - anasMs)),
    cameraToTherapistMs: summaryOf(both.map(({ captureMs, tomsMs }) => tomsMs - captureMs)),
    readings: { patient: ana.shownAtMs.size, therapist: tom.shownAtMs.size, both: both.length },
    clocks: { differenceMs: clockMs, withinMs: clockWithinMs, correctedByMs: tomIsAheadMs },
    longTasksMs: { patient: ana.longTasksMs, therapist: tom.longTasksMs },
  };
}
