// @ts-check
// Renders one exercise or protocol to a file, with its truth beside it:
//   node infra/virtual-patient/cli.mjs --exercise squat --repetitions 8 --out squat.mjpeg
import { copyFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { renderClip } from './render.mjs';

const USAGE = `Renders the virtual patient. --exercise ID --out FILE.mjpeg|.mp4|.y4m
  --side left|right|both  --repetitions N  --tempo 3-1-3-0  --peak DEGREES  --facing DEGREES
  --fps 15  --size 640x480  --idle SECONDS  --bar-code  --passer-by SECOND  --studio '{"camera":{"yawDegrees":20}}'  --live (no shadows)`;

const { values } = parseArgs({
  options: {
    exercise: { type: 'string' },
    out: { type: 'string' },
    side: { type: 'string' },
    repetitions: { type: 'string' },
    tempo: { type: 'string' },
    peak: { type: 'string' },
    facing: { type: 'string' },
    fps: { type: 'string', default: '15' },
    size: { type: 'string', default: '640x480' },
    idle: { type: 'string', default: '3' },
    studio: { type: 'string', default: '{}' },
    'bar-code': { type: 'boolean', default: false },
    'passer-by': { type: 'string' },
    live: { type: 'boolean', default: false },
  },
});

const { exercise, out } = values;
if (!exercise || !out) {
  console.error(USAGE);
  process.exit(2);
}
const format = extname(out).slice(1);
if (format !== 'mjpeg' && format !== 'mp4' && format !== 'y4m') {
  console.error(`"${out}" should end in .mjpeg, .mp4 or .y4m.`);
  process.exit(2);
}
const [width = 640, height = 480] = values.size.split('x').map(Number);
/** @type {Omit<import('../../client/src/virtual-patient/motion/motion-for.ts').MotionOptions, 'body'>} */
const options = {
  ...(values.side === 'left' || values.side === 'right' || values.side === 'both' ? { side: values.side } : {}),
  ...(values.repetitions ? { repetitions: Number(values.repetitions) } : {}),
  ...(values.tempo ? { tempo: values.tempo } : {}),
  ...(values.peak ? { peakDegrees: Number(values.peak) } : {}),
  ...(values.facing ? { facing: Number(values.facing) } : {}),
};
try {
  const { path, truthPath, truth } = await renderClip(
    {
      script: [{ id: exercise, options }, { idleMs: Number(values.idle) * 1000 }],
      studio: JSON.parse(values.studio),
      fps: Number(values.fps),
      width,
      height,
      format,
      barCode: values['bar-code'],
      ...(values['passer-by'] ? { passerBy: { atMs: Number(values['passer-by']) * 1000 } } : {}),
      quality: values.live ? 'live' : 'fine',
    },
    { onProgress: (done, of) => process.stderr.write(`\r${done} of ${of} pictures`) },
  );
  process.stderr.write('\n');
  await copyFile(path, out);
  await copyFile(truthPath, `${out}.truth.json`);
  console.log(
    JSON.stringify({
      out,
      frames: truth.frames,
      durationMs: truth.durationMs,
      repetitions: truth.acts[0]?.repetitions,
    }),
  );
} catch (error) {
  console.error(`\nNot rendered: ${(error instanceof Error ? error.message : String(error)).split('\n')[0]}`);
  process.exitCode = 1;
}
