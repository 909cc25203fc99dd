import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { LANDMARK_COUNT, type Landmark, type LandmarkFrame, POINT } from '../../../shared/src/measurement/index.ts';

/** A subject's ten repetitions of one movement of UI-PRMD (Vicon, 100 Hz; Vakanski 2018, PDDL), one after the other. */
export interface Series {
  name: string;
  exercise: 'squat' | 'sit-to-stand' | 'arm-raise';
  repetitions: number;
  /** Millimetres, z up, the person looks along +x, left is +y; one row per kept sample. */
  markers: readonly (readonly number[])[];
  /** Vicon's own knee flexion, degrees, per kept sample. */
  kneeFlexion: { left: readonly number[]; right: readonly number[] };
}

const MOVEMENTS = { m01: 'squat', m05: 'sit-to-stand', m07: 'arm-raise' } as const;
/** Every third sample of 100 Hz is about a camera's rate. */
const STEP = 3;
const CALM_SAMPLES = 25;
export const SAMPLE_MS = 10 * STEP;
const NAMES =
  'LFHD RFHD LBHD RBHD C7 T10 CLAV STRN RBAK LSHO LUPA LELB LFRM LWRA LWRB LFIN RSHO RUPA RELB RFRM RWRA RWRB RFIN LASI RASI LPSI RPSI LTHI LKNE LTIB LANK LHEE LTOE RTHI RKNE RTIB RANK RHEE RTOE'.split(
    ' ',
  );
/** Columns of the first angle of Vicon joints 19 and 20. */
const KNEE_COLUMNS = { left: 19 * 3, right: 20 * 3 };

/** Every series in the folder. */
export async function readSeries(folder: string): Promise<Series[]> {
  const files = (await readdir(join(folder, 'vicon_positions'))).filter((name) => name.endsWith('.gz')).sort();
  const names = [...new Set(files.map((file) => file.slice(0, 7)))];
  return Promise.all(
    names.map(async (name) => {
      const episodes = files.filter((file) => file.startsWith(name));
      const tables = await Promise.all(
        episodes.map(async (file) => ({
          markers: await readTable(join(folder, 'vicon_positions', file)),
          angles: await readTable(join(folder, 'vicon_angles', file.replace('positions', 'angles'))),
        })),
      );
      const angles = tables.flatMap((table) => table.angles);
      const knee = (column: number) => angles.map((row) => row[column] ?? Number.NaN);
      const markers = tables.flatMap((table) => table.markers);
      return {
        name,
        exercise: MOVEMENTS[name.slice(0, 3) as keyof typeof MOVEMENTS],
        repetitions: episodes.length,
        markers: withCalm(markers),
        kneeFlexion: { left: withCalm(knee(KNEE_COLUMNS.left)), right: withCalm(knee(KNEE_COLUMNS.right)) },
      };
    }),
  );
}

/** The files are cut to the movement itself; a camera sees the person before and after it. */
function withCalm<T>(samples: readonly T[]): T[] {
  const held = (one: readonly T[]) => Array.from({ length: CALM_SAMPLES }, () => one[0] as T);
  return [...held(samples), ...samples, ...held(samples.slice(-1))];
}

async function readTable(path: string): Promise<number[][]> {
  const text = gunzipSync(await readFile(path)).toString('utf8');
  const rows = text.trim().split('\n');
  return rows.filter((_, i) => i % STEP === 0).map((row) => row.split(',').map(Number));
}

type Point = readonly [x: number, y: number, z: number];

/** What a camera three metres away, at hip height, would see of the markers: 0 from the front, 90 the right side. */
export function framesFrom({ markers }: Pick<Series, 'markers'>, facingDegrees: number): LandmarkFrame[] {
  const turn = (facingDegrees * Math.PI) / 180;
  const first = bodyOf(markers[0] ?? []);
  const centre = middle(first.leftHip, first.rightHip);
  return markers.map((row, i) => {
    const body = bodyOf(row);
    const hips = middle(body.leftHip, body.rightHip);
    const image: Landmark[] = [];
    const world: Landmark[] = [];
    for (let index = 0; index < LANDMARK_COUNT; index++) {
      const seen = toCamera(body[NAME_OF[index] ?? 'nose'], centre, turn);
      const hip = toCamera(hips, centre, turn);
      const scale = FOCAL / (DISTANCE_MM + seen.z);
      image.push({ x: 0.5 + (scale * seen.x) / ASPECT, y: 0.5 + scale * seen.y, z: 0, visibility: 1 });
      const metres = (a: number, b: number) => (a - b) / 1000;
      world.push({ x: metres(seen.x, hip.x), y: metres(seen.y, hip.y), z: metres(seen.z, hip.z), visibility: 1 });
    }
    return { sequence: i, captureMs: i * SAMPLE_MS, widthPx: 640, heightPx: 480, image, world, people: 1, luma: 120 };
  });
}

const DISTANCE_MM = 3000;
const ASPECT = 4 / 3;
/** 45° of view from top to bottom. */
const FOCAL = 0.5 / Math.tan((22.5 * Math.PI) / 180);
const NAME_OF = Object.fromEntries(Object.entries(POINT).map(([name, index]) => [index, name])) as Record<
  number,
  keyof typeof POINT
>;

/** Right, down and away from the camera, mm. */
function toCamera([x, y, z]: Point, [cx, cy, cz]: Point, turn: number): { x: number; y: number; z: number } {
  const [dx, dy] = [x - cx, y - cy];
  const ahead = dx * Math.cos(turn) - dy * Math.sin(turn);
  const left = dx * Math.sin(turn) + dy * Math.cos(turn);
  return { x: left, y: -(z - cz), z: -ahead };
}

/** Joint centres from markers; the hips after Harrington 2007 (regression on pelvic width and depth). */
function bodyOf(row: readonly number[]): Record<keyof typeof POINT, Point> {
  const at = (name: string): Point => {
    const i = NAMES.indexOf(name) * 3;
    return [row[i] ?? 0, row[i + 1] ?? 0, row[i + 2] ?? 0];
  };
  const body: Partial<Record<keyof typeof POINT, Point>> = { nose: middle(at('LFHD'), at('RFHD')) };
  for (const side of ['left', 'right'] as const) {
    const marker = (name: string) => at((side === 'left' ? 'L' : 'R') + name);
    body[`${side}Ear`] = middle(marker('FHD'), marker('BHD'));
    // The front markers sit at the temples, above the eyes.
    body[`${side}Eye`] = marker('FHD');
    body[`${side}Shoulder`] = marker('SHO');
    body[`${side}Elbow`] = marker('ELB');
    body[`${side}Wrist`] = middle(marker('WRA'), marker('WRB'));
    body[`${side}Hip`] = hipOf(at('LASI'), at('RASI'), middle(at('LPSI'), at('RPSI')), side);
    body[`${side}Knee`] = marker('KNE');
    body[`${side}Ankle`] = marker('ANK');
    body[`${side}Heel`] = marker('HEE');
    body[`${side}Toe`] = marker('TOE');
  }
  return body as Record<keyof typeof POINT, Point>;
}

function hipOf(left: Point, right: Point, back: Point, side: 'left' | 'right'): Point {
  const front = middle(left, right);
  const across = toUnit(minus(left, right));
  const ahead = toUnit(minus(front, back));
  const up = cross(ahead, across);
  const width = length(minus(left, right));
  const depth = length(minus(front, back));
  const out = (0.33 * width + 7.3) * (side === 'left' ? 1 : -1);
  const [forward, upward] = [-0.24 * depth - 9.9, -0.3 * width - 10.9];
  return [0, 1, 2].map(
    (i) => (front[i] ?? 0) + out * (across[i] ?? 0) + forward * (ahead[i] ?? 0) + upward * (up[i] ?? 0),
  ) as unknown as Point;
}

function middle(a: Point, b: Point): Point {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2];
}

function minus(a: Point, b: Point): Point {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function length(a: Point): number {
  return Math.hypot(...a);
}

function toUnit(a: Point): Point {
  const size = length(a) || 1;
  return [a[0] / size, a[1] / size, a[2] / size];
}

function cross(a: Point, b: Point): Point {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
