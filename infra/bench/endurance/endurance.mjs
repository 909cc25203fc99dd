// @ts-check
import { tsImport } from 'tsx/esm/api';
import { cameraClip } from '../latency/clip.mjs';
import { summaryOf } from '../statistics.mjs';
import { aimCells } from '../table.mjs';
import { growthOf, watchMemory } from './memory.mjs';

/** Of a track, ten times as fast: a tenth of the visit's minutes is as much movement. */
const SPEED = 10;
const READ_EVERY_S = 5;
const DRAW_AIM = { atMost: 4 };
/** An hour's visit may grow by 6 MB: what it records stands on the screen too. MB a minute. */
const GROWTH_AIM = { atMost: 0.1 };
const SQUATS = { repetitions: 10, tempo: '2-0-2-1', leadInMs: 2_000 };
const TRACK_S = 54;

/** @type {import('../parts.mjs').Part} */
export const part = {
  title: 'a long visit: what is drawn for each frame, and whether memory stays flat',
  async run(context) {
    const { say, minutes } = context;
    const clip = await cameraClip(context);
    say(`a visit of ${minutes} min with a camera`);
    const real = await watchVisit({ camera: clip }, minutes, context);
    /** @type {{ makeTrack(id: string, options: object, seconds: number): string }} */
    const { makeTrack } = await tsImport('../../../tests/browser/make-track.ts', import.meta.url);
    const body = makeTrack('squat', SQUATS, TRACK_S);
    /** @param {import('playwright-core').Page} page */
    const prepareAna = async (page) => {
      /** @param {URL} url */
      const isTrack = ({ pathname }) => pathname === '/bench-track.json';
      await page.route(isTrack, (route) => route.fulfill({ body, contentType: 'application/json' }));
    };
    const replayMinutes = Math.max(1, minutes / SPEED);
    say(`a visit of ${replayMinutes} min with a track at ${SPEED} times its speed`);
    const query = `?track=/bench-track.json&speed=${SPEED}`;
    const replayed = await watchVisit({ query, prepareAna }, replayMinutes, context);
    return findingsOf(real, replayed, minutes, replayMinutes);
  },
};

/**
 * @param {Parameters<typeof import('../../../tests/bench/open-visit.ts').openVisit>[0]} patient
 * @param {number} minutes
 * @param {import('../context.mjs').Context} context
 */
async function watchVisit(patient, minutes, { say, onInterrupt }) {
  const { openVisit } = /** @type {typeof import('../../../tests/bench/open-visit.ts')} */ (
    await tsImport('../../../tests/bench/open-visit.ts', import.meta.url)
  );
  const { ana, tom, stop } = await openVisit(patient, onInterrupt);
  try {
    let unclosed = 0;
    for (const page of [ana, tom])
      page.on('console', (message) => {
        if (/garbage collected without being closed/.test(message.text())) unclosed += 1;
      });
    await tom.evaluate(() => {
      const own = /** @type {any} */ (window);
      own.drawn = [];
      own.plumblineOnDrawn = (/** @type {{ drawMs: number, match: string | null }} */ { drawMs, match }) => {
        if (match && own.drawn.length < 20_000) own.drawn.push(drawMs);
      };
    });
    const watches = { patient: await watchMemory(ana), therapist: await watchMemory(tom) };
    const startedMs = performance.now();
    for (let at = 0; at <= minutes; ) {
      await watches.patient.read(at);
      await watches.therapist.read(at);
      await new Promise((resolve) => setTimeout(resolve, READ_EVERY_S * 1000));
      const now = (performance.now() - startedMs) / 60_000;
      if (Math.floor(now) > Math.floor(at)) say(`${Math.floor(now)} of ${minutes} min`);
      at = now;
    }
    /** @type {number[]} */
    const drawMs = await tom.evaluate(() => /** @type {any} */ (window).drawn);
    return { drawMs, unclosed, patient: watches.patient.memory, therapist: watches.therapist.memory };
  } finally {
    await stop();
  }
}

/**
 * @typedef {Awaited<ReturnType<typeof watchVisit>>} Watched
 * @param {Watched} real
 * @param {Watched} replayed
 * @param {number} minutes
 * @param {number} replayMinutes
 * @returns {import('../parts.mjs').Findings}
 */
export function findingsOf(real, replayed, minutes, replayMinutes) {
  const drawing = summaryOf(real.drawMs);
  return {
    tables: [
      {
        headings: ['picture and overlay on the therapist’s screen', 'median', 'p95', 'aim', '', 'frames'],
        rows: [
          [
            'drawing a frame',
            `${drawing.median.toFixed(1)} ms`,
            `${drawing.p95.toFixed(1)} ms`,
            ...aimCells(drawing.p95, DRAW_AIM, ' ms'),
            String(drawing.count),
          ],
        ],
      },
      {
        headings: ['memory', 'from', 'to', 'MB a minute', 'aim', ''],
        rows: [
          ...rowsOf(`${minutes} min with a camera`, real),
          ...rowsOf(`${replayMinutes} min of a track at ×${SPEED}`, replayed),
        ],
      },
    ],
    notes: [
      'Scripts: what the main thread holds after a collection. Process: the whole page with workers, engine and video, collected when the browser likes.',
      'The slope leaves out the first quarter, ± is its 95 % interval; where that holds the aim, this run was too short to tell. Repetitions are counted all the while, and stay on both screens.',
      `Frames that were collected without having been closed: ${real.unclosed + replayed.unclosed}.`,
    ],
    figures: { drawing, real: { ...real, drawMs: undefined }, replayed: { ...replayed, drawMs: undefined } },
  };
}

/** @param {string} what @param {Watched} watched */
function rowsOf(what, watched) {
  return /** @type {const} */ (['patient', 'therapist']).flatMap((side) =>
    /** @type {const} */ (['heap', 'process']).map((kind) => {
      const { slope, halfWidth, from, to } = growthOf(watched[side][kind]);
      const { atMost } = GROWTH_AIM;
      const verdict = slope + halfWidth <= atMost ? 'met' : slope - halfWidth > atMost ? 'not met' : 'cannot be told';
      return [
        `${what}: ${side}, ${kind === 'heap' ? 'scripts' : 'process'}`,
        `${from.toFixed(1)} MB`,
        `${to.toFixed(1)} MB`,
        `${slope.toFixed(2)} ± ${halfWidth.toFixed(2)}`,
        `≤ ${atMost}`,
        verdict,
      ];
    }),
  );
}
