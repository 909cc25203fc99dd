// @ts-check
import { decode } from '../../measure/decode.mjs';
import { openLab } from '../../measure/lab.mjs';
import { renderClip } from '../../virtual-patient/render.mjs';
import { cameraClip, cameraFlags } from '../latency/clip.mjs';
import { summaryOf } from '../statistics.mjs';
import { aimCells } from '../table.mjs';

/** Eight seconds with one squat; drawn here, so that every machine looks at the same pictures. */
const CLIP = {
  script: [{ id: 'squat', options: { repetitions: 1, tempo: '2-0-2-1' } }],
  fps: 15,
  width: 640,
  height: 480,
  format: /** @type {const} */ ('mp4'),
  quality: /** @type {const} */ ('live'),
};
const PICTURES_S = 6;
const ROUNDS = 7;
const AIM = { atLeast: 0.95 };
const DUTY_S = 20;
/** As on the patient's page. */
const MOST_FPS = 15;
const DUTY_AIM = { atMost: 60 };

/** @type {import('../parts.mjs').Part} */
export const part = {
  title: 'our pose loop beside a bare tasks-vision loop, same pictures, same run, in turns',
  async run(context) {
    const { say, browser, ffmpeg, model } = context;
    const camera = await cameraClip(context);
    say('drawing the clip');
    const { path } = await renderClip(CLIP, { browser: browser(), ffmpeg: ffmpeg() });
    const { size, ...file } = await model();
    const lab = await openLab({ browser: browser(), model: file, flags: cameraFlags(camera) });
    try {
      say(`${ROUNDS} rounds of ${PICTURES_S * CLIP.fps} pictures, each through three loops`);
      const pictures = decode({ ffmpeg: ffmpeg(), file: path, fps: CLIP.fps, startS: 1, endS: 1 + PICTURES_S });
      const loops = await lab.compareLoops(pictures, ROUNDS);
      say(`${DUTY_S} s of a camera, as in a visit`);
      return findingsOf(loops, await lab.watchCamera(size, DUTY_S, MOST_FPS));
    } finally {
      await lab.close();
    }
  },
};

/**
 * The speed of ours as a share of the bare loop's, round by round: what disturbs the machine meets both.
 * @param {import('../../../client/src/pose/lab/compare-loops.ts').LoopTimes} times
 * @param {Pick<import('../../../client/src/pose/lab/watch-camera.ts').CameraReport, 'duty' | 'fps'>} camera
 * @returns {import('../parts.mjs').Findings}
 */
export function findingsOf({ oursMs, oursDetectingMs, bareMs, bareOnePersonMs, picturesPerRound }, { duty, fps }) {
  /** @param {readonly number[]} bare @param {readonly number[]} ours */
  const ratioOf = (bare, ours) => summaryOf(ours.map((ms, i) => (bare[i] ?? Number.NaN) / ms));
  const perPicture = (/** @type {readonly number[]} */ rounds) => summaryOf(rounds.map((ms) => ms / picturesPerRound));
  const ratios = {
    toOnePerson: ratioOf(bareOnePersonMs, oursMs),
    detectingToOnePerson: ratioOf(bareOnePersonMs, oursDetectingMs),
    toTwoPeople: ratioOf(bareMs, oursMs),
  };
  const msPerPicture = {
    ours: perPicture(oursMs),
    oursDetecting: perPicture(oursDetectingMs),
    bareOnePerson: perPicture(bareOnePersonMs),
    bareTwoPeople: perPicture(bareMs),
  };
  const aim = aimCells(ratios.toOnePerson.median, AIM);
  return {
    tables: [
      {
        headings: ['speed of ours ÷ bare loop', 'median', 'of rounds', 'aim', ''],
        rows: [
          ['like with like: following one person, numPoses 1', ...ratioCells(ratios.toOnePerson), ...aim],
          ['  the same without the wait for the next picture', ...ratioCells(ratios.detectingToOnePerson)],
          ['for comparison: numPoses 2', ...ratioCells(ratios.toTwoPeople)],
        ],
      },
      {
        headings: ['per picture', 'median', 'of rounds'],
        rows: [
          ['ours', ...msCells(msPerPicture.ours)],
          ['  of which detecting', ...msCells(msPerPicture.oursDetecting)],
          ['bare, numPoses 1', ...msCells(msPerPicture.bareOnePerson)],
          ['bare, numPoses 2', ...msCells(msPerPicture.bareTwoPeople)],
        ],
      },
      {
        headings: ['with a camera, paced as in a visit', 'measured', 'aim', ''],
        rows: [
          [
            'share of the time that the engine works',
            `${Math.round(duty * 100)} %`,
            ...aimCells(Math.round(duty * 100), DUTY_AIM, ' %'),
          ],
          ['pictures a second', fps.toFixed(1), '', ''],
        ],
      },
    ],
    notes: [
      'Ours follows two people until one has been alone for 4 s, then one, and looks for others every 3 s; that look is in its times.',
      'Where six pictures a second need more than six tenths of the time, the pictures come first: below that a movement is lost.',
      'The bare loop never finds out that somebody came in, and has its pictures beside it; ours are handed over by the page one by one.',
    ],
    figures: {
      picturesPerRound,
      rounds: { oursMs, oursDetectingMs, bareOnePersonMs, bareTwoPeopleMs: bareMs },
      ratios,
      msPerPicture,
      camera: { duty, fps },
    },
  };
}

/** @param {import('../statistics.mjs').Summary} summary */
function ratioCells({ median, min, max }) {
  return [median.toFixed(2), `${min.toFixed(2)} – ${max.toFixed(2)}`];
}

/** @param {import('../statistics.mjs').Summary} summary */
function msCells({ median, min, max }) {
  return [`${median.toFixed(1)} ms`, `${min.toFixed(1)} – ${max.toFixed(1)}`];
}
