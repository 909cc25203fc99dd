// @ts-check
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { cacheFolder } from '../start/folders.mjs';
import { normalizationMetadata } from './normalization.mjs';
import { withMetadata } from './tflite.mjs';

/** The package the models come in; its version names the pack. */
const PACKAGE = '@mediapipe/pose';
const DETECTOR = { file: 'pose_solution_packed_assets.data', normalization: { mean: 127.5, std: 127.5 } };
const LANDMARKS = { mean: 0, std: 255 };
/** SHA-256 of each bundle as packed here: a pack with another hash is not used. */
const EXPECTED = {
  lite: '089ee217e7d2dcc908c24e5aaf087240801c77be6b37988bcfd1006c3becab4c',
  full: 'a3311b3a66d7e8a7dca45ecdf7687f12e85cf839efaf9e1f01015e027a4180fd',
  heavy: '06002735bbfc8f213e8aa33c403a191299322a4968272572de49cd98d55a6341',
};

/**
 * @typedef {'lite' | 'full' | 'heavy'} ModelSize
 * @typedef {{ file: string, sha256: string, bytes: number }} PackedModel
 * @typedef {{ version: string, source: string, models: Record<ModelSize, PackedModel> }} ModelManifest
 */

/**
 * Packs the pose models as MediaPipe tasks, or finds them in the cache; either way their hashes are checked.
 * @returns {Promise<{ dir: string, manifest: ModelManifest }>}
 */
export async function packPoseModels() {
  const packageFile = createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`);
  const source = JSON.parse(await readFile(packageFile, 'utf8'));
  const version = createHash('sha256').update(Object.values(EXPECTED).join()).digest('hex').slice(0, 12);
  const dir = join(cacheFolder(), 'pose', version);
  /** @type {[ModelSize, PackedModel][]} */
  const models = [];
  /** @type {Uint8Array | undefined} */
  let detector;
  for (const size of /** @type {ModelSize[]} */ (Object.keys(EXPECTED))) {
    const file = `pose_landmarker_${size}.task`;
    let bytes = await readFile(join(dir, file)).catch(() => null);
    if (!bytes || sha256(bytes) !== EXPECTED[size]) {
      detector ??= await prepare(dirname(packageFile), DETECTOR.file, DETECTOR.normalization);
      const landmarks = await prepare(dirname(packageFile), `pose_landmark_${size}.tflite`, LANDMARKS);
      bytes = bundle(detector, landmarks);
      assertHash(size, bytes);
      await writeWhole(join(dir, file), bytes);
    }
    models.push([size, { file, sha256: EXPECTED[size], bytes: bytes.length }]);
  }
  const manifest = { version, source: `${PACKAGE}@${source.version}`, models: Object.fromEntries(models) };
  await writeWhole(join(dir, 'manifest.json'), Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  return { dir, manifest: /** @type {ModelManifest} */ (manifest) };
}

/** @param {string} folder @param {string} file @param {{ mean: number, std: number }} normalization */
async function prepare(folder, file, normalization) {
  return withMetadata(await readFile(join(folder, file)), normalizationMetadata(normalization));
}

/**
 * A task bundle: an uncompressed zip of the two models, the same bytes every time.
 * @param {Uint8Array} detector
 * @param {Uint8Array} landmarks
 */
function bundle(detector, landmarks) {
  const mtime = new Date(2020, 0, 1);
  return Buffer.from(
    zipSync({ 'pose_detector.tflite': detector, 'pose_landmarks_detector.tflite': landmarks }, { level: 0, mtime }),
  );
}

/** @param {ModelSize} size @param {Uint8Array} bytes */
function assertHash(size, bytes) {
  const got = sha256(bytes);
  if (got !== EXPECTED[size]) {
    throw new Error(`The packed ${size} pose model has the hash ${got}, expected ${EXPECTED[size]}: it is not used.`);
  }
}

/** @param {Uint8Array} bytes */
function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Written beside and moved into place, so that nobody reads half a file. @param {string} path @param {Uint8Array} bytes */
async function writeWhole(path, bytes) {
  await mkdir(dirname(path), { recursive: true });
  const part = `${path}.${process.pid}.part`;
  await writeFile(part, bytes);
  await rename(part, path).finally(() => rm(part, { force: true }));
}
