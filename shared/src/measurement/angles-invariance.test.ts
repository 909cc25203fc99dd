import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AngleName, angleOf, pointsIn } from './angles.ts';
import { type LandmarkFrame, POINT, type Side } from './landmarks.ts';
import { type FrameOptions, makeFrame, mirrored } from './make-frame.ts';
import { facingOf, signedAngleOf } from './signed-angle.ts';
import { pointOf } from './vectors.ts';
import { bodyYaw } from './view.ts';

const ANGLES: AngleName[] = [
  'shoulder-abduction',
  'shoulder-flexion',
  'elbow-flexion',
  'hip-flexion',
  'hip-abduction',
  'knee-flexion',
  'ankle-dorsiflexion',
  'trunk-inclination',
  'trunk-side-bend',
  'neck-side-bend',
];
/** What is measured against the body itself, not against the vertical. */
const OF_THE_BODY = ANGLES.filter((angle) => !angle.startsWith('trunk'));
const SPACES = ['planar', '3d'] as const;
const SIDES = ['left', 'right'] as const;

const degrees = (min: number, max: number) => fc.integer({ min, max });
const limb = fc.record({
  shoulderFlexion: degrees(-40, 120),
  shoulderAbduction: degrees(5, 150),
  elbowFlexion: degrees(5, 140),
  hipFlexion: degrees(-15, 100),
  hipAbduction: degrees(-10, 40),
  kneeFlexion: degrees(5, 130),
  ankleDorsiflexion: degrees(-40, 20),
});
const anyPose: fc.Arbitrary<FrameOptions> = fc
  .record({
    left: limb,
    right: limb,
    trunkInclination: degrees(-10, 70),
    trunkSideBend: degrees(-30, 30),
    neckSideBend: degrees(-30, 30),
    yaw: degrees(-180, 180),
  })
  .filter((pose) => isSpread(makeFrame(pose)));

const SEGMENTS = ['Shoulder Elbow', 'Elbow Wrist', 'Hip Knee', 'Knee Ankle', 'Heel Toe', 'Shoulder Hip'] as const;

/** No limb points straight at the camera: the picture would not tell its direction. */
function isSpread({ image }: LandmarkFrame): boolean {
  const apart = (a: number, b: number) =>
    Math.hypot((image?.[a]?.x ?? 0) - (image?.[b]?.x ?? 0), (image?.[a]?.y ?? 0) - (image?.[b]?.y ?? 0));
  const limbs = SEGMENTS.map((pair) => pair.split(' ') as [PartName, PartName]);
  const seen = SIDES.flatMap((side) => limbs.map(([a, b]) => apart(pointOf(side, a), pointOf(side, b))));
  const across = [apart(POINT.leftEar, POINT.rightEar), apart(POINT.leftShoulder, POINT.rightShoulder)];
  return Math.min(...seen, ...across) > 0.003;
}

type PartName = Parameters<typeof pointOf>[1];
type Space = 'planar' | '3d';

function read(frame: LandmarkFrame, angle: AngleName, side: Side, space: Space): number {
  const points = pointsIn(frame, space);
  return (points && angleOf(points, angle, side)) ?? Number.NaN;
}

/** The largest difference between two frames' angles; exchanged, left is compared with right. */
function difference(
  a: LandmarkFrame,
  b: LandmarkFrame,
  {
    angles = ANGLES,
    spaces = SPACES,
    exchanged = false,
  }: { angles?: AngleName[]; spaces?: readonly Space[]; exchanged?: boolean } = {},
): number {
  const all = angles.flatMap((angle) =>
    spaces.flatMap((space) =>
      SIDES.map((side, i) => {
        const other = (exchanged ? SIDES[1 - i] : side) ?? side;
        return Math.abs(read(a, angle, side, space) - read(b, angle, other, space));
      }),
    ),
  );
  return Math.max(...all);
}

const SAME = 1e-4;

describe('an angle does not depend on', () => {
  test('how near the camera is, and where in the picture the person stands', () => {
    const where = fc.record({
      scale: fc.double({ min: 0.1, max: 1, noNaN: true }),
      x: degrees(0, 100),
      y: degrees(0, 100),
    });
    fc.assert(
      fc.property(anyPose, where, (pose, { scale, x, y }) => {
        const elsewhere = makeFrame({ ...pose, scale, at: { x: x / 100, y: y / 100 } });
        expect(difference(makeFrame(pose), elsewhere)).toBeLessThan(SAME);
      }),
    );
  });

  test.each([
    ['16:9', 1280, 720],
    ['9:16', 720, 1280],
    ['1:1', 480, 480],
  ])('the shape of the picture: %s reads as 4:3', (_, widthPx, heightPx) => {
    fc.assert(
      fc.property(anyPose, (pose) => {
        expect(difference(makeFrame(pose), makeFrame({ ...pose, widthPx, heightPx }))).toBeLessThan(SAME);
      }),
    );
  });

  test('how the camera is tilted about its axis, where the body is measured against itself', () => {
    fc.assert(
      fc.property(anyPose, degrees(-180, 180), (pose, roll) => {
        const tilted = makeFrame({ ...pose, roll });
        expect(difference(makeFrame(pose), tilted, { angles: OF_THE_BODY })).toBeLessThan(SAME);
      }),
    );
  });

  test('from where it is seen, in the model’s metres', () => {
    fc.assert(
      fc.property(anyPose, degrees(-180, 180), (pose, yaw) => {
        expect(difference(makeFrame(pose), makeFrame({ ...pose, yaw }), { spaces: ['3d'] })).toBeLessThan(SAME);
      }),
    );
  });
});

test('a tilted camera tilts an upright trunk by as much', () => {
  fc.assert(
    fc.property(degrees(-60, 60), (roll) => {
      const frame = makeFrame({ roll });
      expect(read(frame, 'trunk-side-bend', 'left', 'planar')).toBeCloseTo(Math.abs(roll), 5);
      expect(read(frame, 'trunk-inclination', 'left', '3d')).toBeCloseTo(Math.abs(roll), 5);
    }),
  );
});

describe('a mirrored body', () => {
  test('exchanges left and right and nothing else', () => {
    fc.assert(
      fc.property(anyPose, (pose) => {
        const frame = makeFrame(pose);
        const mirror = mirrored(frame);
        expect(difference(frame, mirror, { exchanged: true })).toBeLessThan(SAME);
        expect(mirrored(mirror).image?.[11]?.x).toBeCloseTo(frame.image?.[11]?.x ?? 0, 9);
      }),
    );
  });

  test('looks the other way and turns the other way', () => {
    fc.assert(
      fc.property(anyPose, (pose) => {
        const frame = makeFrame(pose);
        const facing = (one: LandmarkFrame) => facingOf(pointsIn(one, 'planar') ?? []);
        expect(facing(mirrored(frame)) + facing(frame)).toBe(0);
        const yaw = bodyYaw(frame) ?? Number.NaN;
        expect(Math.cos(((bodyYaw(mirrored(frame)) ?? 0) + yaw) * (Math.PI / 180))).toBeCloseTo(1, 6);
      }),
    );
  });

  test.each(ANGLES)('keeps the sign of %s', (angle) => {
    fc.assert(
      fc.property(anyPose, (pose) => {
        const [points, other] = [makeFrame(pose), mirrored(makeFrame(pose))].map(
          (one) => pointsIn(one, 'planar') ?? [],
        );
        const [straight, mirror] = [
          signedAngleOf(points ?? [], angle, 'right', 1),
          signedAngleOf(other ?? [], angle, 'left', -1),
        ];
        expect(mirror).toBeCloseTo(straight ?? Number.NaN, 4);
      }),
    );
  });
});
