// @ts-check
import { aimCells, inMs } from '../table.mjs';
import { watchCameraAlone } from './camera.mjs';
import { cameraClip } from './clip.mjs';
import { watchVisit } from './visit.mjs';

const NUMBER_AIM = { atMost: 300 };
const BLOCK_AIM = { below: 50 };

/** @type {import('../parts.mjs').Part} */
export const part = {
  title: 'from a camera to the number on both screens, in real browsers',
  async run(context) {
    const clip = await cameraClip(context);
    const alone = await watchCameraAlone(context, clip);
    const visit = await watchVisit(context, clip);
    return findingsOf(alone, visit);
  },
};

/**
 * @param {Awaited<ReturnType<typeof watchCameraAlone>>} alone
 * @param {Awaited<ReturnType<typeof watchVisit>>} visit
 * @returns {import('../parts.mjs').Findings}
 */
export function findingsOf(alone, visit) {
  const { patientToTherapistMs, readings, clocks } = visit;
  return {
    tables: [
      {
        headings: ['latency', 'median', 'p95', 'aim for both', ''],
        rows: [
          ['camera → pose, pose alone on a page', ...cells(alone.cameraToPoseMs), '', ''],
          ["camera → patient's number, in a visit", ...cells(visit.cameraToPatientMs), '', ''],
          [
            "patient's number → therapist's number",
            ...cells(patientToTherapistMs),
            ...aimCells(Math.max(patientToTherapistMs.median, patientToTherapistMs.p95), NUMBER_AIM, ' ms'),
          ],
          ["camera → therapist's number", ...cells(visit.cameraToTherapistMs), '', ''],
        ],
      },
      {
        headings: ['main thread while measuring', 'longest task', 'of 50 ms and more', 'aim', '', 'most it ran in one'],
        rows: [
          ['pose alone on a page', ...taskCells(alone.longTasksMs), ''],
          ["patient's visit page", ...taskCells(visit.longTasksMs.patient), inMs(visit.busiestTaskMs.patient)],
          ["therapist's visit page", ...taskCells(visit.longTasksMs.therapist), inMs(visit.busiestTaskMs.therapist)],
        ],
      },
    ],
    notes: [
      `Pose alone ran at ${alone.fps.toFixed(1)} pictures a second (it is asked for 15), the visit at ${visit.fps.toFixed(1)}, both browsers, video and server on this machine.`,
      `A number counts as shown when it has been painted. ${readings.both} of the ${readings.patient} numbers that the patient saw stood on the therapist's screen too;`,
      `one that came earlier there counts as negative. The two pages' clocks differ by ${clocks.differenceMs.toFixed(1)} ± ${clocks.withinMs.toFixed(1)} ms.`,
      'A task lasts while its thread waits for a core, too; "most it ran in one" leaves that out.',
      'Capture is told from when frames arrive: the least delay of any frame is not in these figures.',
    ],
    figures: { cameraAlone: alone, visit },
  };
}

/** @param {import('../statistics.mjs').Summary} summary */
function cells({ median, p95 }) {
  return [inMs(median), inMs(p95)];
}

/** A browser tells only of tasks of 50 ms and more. @param {readonly number[]} longTasksMs */
function taskCells(longTasksMs) {
  const longest = Math.max(0, ...longTasksMs);
  const words = longest === 0 ? 'none ≥ 50 ms' : inMs(longest);
  return [words, String(longTasksMs.length), ...aimCells(longest, BLOCK_AIM, ' ms')];
}
