// @ts-check
// Draws every exercise at its peak from three sides and asks the pose model what it sees:
//   node infra/virtual-patient/check-detection.mjs [--model lite|full|heavy] [--only squat,push-up] [--facing 0,90] [--people] [--pictures FOLDER]
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from '../browser/find.mjs';
import { packPoseModels } from '../model/pack.mjs';
import { turned } from './facing.mjs';
import { withRenderer } from './page.mjs';
import { people } from './people.mjs';

const { values } = parseArgs({
  options: {
    model: { type: 'string', default: 'full' },
    only: { type: 'string' },
    pictures: { type: 'string' },
    facing: { type: 'string', default: '0,45,90' },
    people: { type: 'boolean', default: false },
  },
});
const ORIGIN = 'http://virtual-patient.test';
const vision = dirname(
  createRequire(join(import.meta.dirname, '../../client/package.json')).resolve('@mediapipe/tasks-vision'),
);
const { dir } = await packPoseModels();
/** @type {Record<string, string>} */
const types = { html: 'text/html', mjs: 'text/javascript', js: 'text/javascript', wasm: 'application/wasm' };

await withRenderer(
  findBrowser(),
  async (page) => {
    const ids =
      values.only?.split(',') ??
      (await page.evaluate(() => /** @type {any} */ (globalThis).virtualPatientRenderer.motionIds));
    await page.evaluate(openDetector, { origin: ORIGIN });
    /** @type {number[]} */
    const errors = [];
    let missed = 0;
    /** @param {string} id @param {number} facing @param {object} studio */
    const look = async (id, facing, studio) => {
      const seen = await page.evaluate(detect, { id, facing: turned(id, facing), studio });
      if (values.pictures) {
        await mkdir(values.pictures, { recursive: true });
        await writeFile(join(values.pictures, `${id}-${facing}.png`), Buffer.from(seen.picture, 'base64'));
      }
      const name = `${id.padEnd(28)} ${String(facing).padStart(4)}`;
      if (!seen.found) {
        missed++;
        console.log(`${name}   NOT DETECTED`);
        return;
      }
      const planar = planarAngle(seen.points, seen.primary);
      const drawn = planarAngle(seen.truePoints, seen.primary);
      errors.push(Math.abs(planar - seen.angleDegrees));
      const cells = [seen.angleDegrees, planar, planar - seen.angleDegrees, drawn].map((d) => d.toFixed(1).padStart(6));
      console.log(`${name}  ${cells.join(' ')}   ${seen.offPx.toFixed(1)}`);
    };
    console.log('exercise                     view   truth  planar  error  drawn   points off (px, median)');
    for (const [who, studio] of Object.entries(values.people ? people : { default: {} })) {
      if (values.people) console.log(who);
      for (const id of ids) for (const facing of values.facing.split(',').map(Number)) await look(id, facing, studio);
    }
    console.log(`${errors.length} detected, ${missed} not`);
    if (missed > 0) process.exitCode = 1;
  },
  async (page) => {
    await page.route(`${ORIGIN}/**`, async (route) => {
      const path = new URL(route.request().url()).pathname;
      if (path === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
      const file = path === '/model.task' ? join(dir, `pose_landmarker_${values.model}.task`) : join(vision, path);
      await route.fulfill({
        contentType: types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
        body: await readFile(file),
      });
    });
    await page.goto(`${ORIGIN}/`);
  },
);

/** In the page. @param {{ origin: string }} given */
async function openDetector({ origin }) {
  const { FilesetResolver, PoseLandmarker } = await import(`${origin}/vision_bundle.mjs`);
  const fileset = await FilesetResolver.forVisionTasks(`${origin}/wasm`);
  /** @type {any} */ (globalThis).detector = await PoseLandmarker.createFromOptions(fileset, {
    baseOptions: { modelAssetPath: `${origin}/model.task`, delegate: 'CPU' },
    runningMode: 'IMAGE',
    numPoses: 1,
  });
}

/** In the page: one still, what the model found in it, and the truth; points in pixels. @param {{ id: string, facing: number, studio: object }} given */
function detect({ id, facing, studio }) {
  const { virtualPatientRenderer, detector } = /** @type {any} */ (globalThis);
  const [width, height] = [640, 480];
  const { canvas, primary, angleDegrees, image } = virtualPatientRenderer.drawStill(
    { id, facing, studio, when: 'peak' },
    width,
    height,
  );
  /** @param {{ x: number, y: number }} p */
  const toPx = (p) => ({ x: p.x * width, y: p.y * height });
  const found = detector.detect(canvas).landmarks[0];
  const points = found?.map(toPx) ?? [];
  const truePoints = image.map(toPx);
  const off = points
    .slice(11)
    .map((/** @type {any} */ p, /** @type {number} */ i) =>
      Math.hypot(p.x - truePoints[i + 11].x, p.y - truePoints[i + 11].y),
    );
  off.sort((/** @type {number} */ a, /** @type {number} */ b) => a - b);
  const pen = canvas.ownerDocument.createElement('canvas');
  pen.width = width;
  pen.height = height;
  const g = pen.getContext('2d');
  g.drawImage(canvas, 0, 0);
  for (const [colour, marks] of [
    ['#00c853', truePoints],
    ['#ff1744', points],
  ]) {
    g.fillStyle = colour;
    for (const p of marks) g.fillRect(p.x - 1.5, p.y - 1.5, 3, 3);
  }
  const picture = pen.toDataURL('image/png').split(',')[1];
  return {
    found: Boolean(found),
    points,
    truePoints,
    primary,
    angleDegrees,
    offPx: off[Math.floor(off.length / 2)] ?? Number.NaN,
    picture,
  };
}

/**
 * The angle of a limb in the picture, in degrees, anatomical zero; without a sign, except at the ankle.
 * @param {{ x: number, y: number }[]} p 33 points in pixels
 * @param {{ joint: string, angle: string, side: 'left' | 'right' }} primary
 */
function planarAngle(p, { joint, angle, side }) {
  const s = side === 'left' ? 0 : 1;
  /** @param {number} i */
  const at = (i) => p[i] ?? { x: 0, y: 0 };
  /** @param {{ x: number, y: number }} a @param {{ x: number, y: number }} b */
  const middle = (a, b) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  const [shoulder, elbow, wrist, hip, knee, ankle, heel, toe] = [11, 13, 15, 23, 25, 27, 29, 31].map((i) => at(i + s));
  if (!shoulder || !elbow || !wrist || !hip || !knee || !ankle || !heel || !toe) return Number.NaN;
  const [shoulders, hips] = [middle(at(11), at(12)), middle(at(23), at(24))];
  if (joint === 'neck') return between(from(at(8), at(7)), from(at(12), at(11)));
  if (joint === 'trunk') return between({ x: 0, y: -1 }, from(hips, shoulders));
  if (joint === 'shoulder') return between(from(shoulders, hips), from(shoulder, elbow));
  if (joint === 'elbow') return between(from(shoulder, elbow), from(elbow, wrist));
  if (joint === 'hip') return between(from(shoulders, hips), from(hip, knee));
  if (joint === 'knee') return between(from(hip, knee), from(knee, ankle));
  const pointed = 90 - between(from(knee, ankle), from(heel, toe));
  return angle === 'dorsiflexion' ? -pointed : pointed;
}

/** @param {{ x: number, y: number }} a @param {{ x: number, y: number }} b */
function from(a, b) {
  return { x: b.x - a.x, y: b.y - a.y };
}

/** @param {{ x: number, y: number }} a @param {{ x: number, y: number }} b */
function between(a, b) {
  return Math.abs((Math.atan2(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y) * 180) / Math.PI);
}
