import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ghostOf } from './ghost.ts';
import { makeFrame } from './make-frame.ts';
import { likeness, type SetUp, setUpIn } from './set-up.ts';
import { createGuide, foldGuide, type Guide, isWaitedFor, readGuide } from './set-up-guide.ts';

const frame = (captureMs: number) => makeFrame({ captureMs });
const here = setUpIn(frame(0)) as SetUp;

/** Led to `aim` while standing where the made frames stand, which faces the camera. */
function led(aim: Partial<SetUp>, ms = 1_000, isReady = true): Guide {
  let guide = createGuide({ ...here, ...aim });
  for (let atMs = 0; atMs <= ms; atMs += 100) guide = foldGuide(guide, frame(atMs), isReady);
  return guide;
}

describe('where they stood last time', () => {
  test('nothing is asked of who stands there', () => {
    expect(readGuide(led({}))).toEqual({ likeness: expect.closeTo(1, 6), cue: null });
  });

  test.each<[string, string, Partial<SetUp>]>([
    ['was nearer', 'closer', { trunk: here.trunk * 1.4 }],
    ['was further away', 'further', { trunk: here.trunk / 1.4 }],
    ['was to the right in the picture', 'left', { x: here.x + 0.3 }],
    ['was to the left in the picture', 'right', { x: here.x - 0.3 }],
    ['was lower in the picture', 'camera-up', { y: here.y + 0.3 }],
    ['was higher in the picture', 'camera-down', { y: here.y - 0.3 }],
    ['showed the left side', 'turn-right', { yaw: here.yaw + 30 }],
    ['showed the right side', 'turn-left', { yaw: here.yaw - 30 }],
    ['was in an upright picture', 'turn-device', { shape: 0.5625 }],
  ])('that %s asks for %s', (_what, cue, aim) => {
    expect(readGuide(led(aim)).cue).toBe(cue);
  });

  test('the one thing that is asked mends: who does it is more alike than before', () => {
    const within = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(within, within, within, (nearer, aside, turned) => {
        const aim = {
          ...here,
          trunk: here.trunk * 1.6 ** nearer,
          x: here.x + 0.4 * aside,
          yaw: here.yaw + 40 * turned,
        };
        const { cue, likeness: before } = readGuide(led(aim, 0));
        if (!cue) return before >= 0.5;
        const after: SetUp = {
          ...here,
          ...(cue === 'closer' || cue === 'further' ? { trunk: aim.trunk } : {}),
          ...(cue === 'left' || cue === 'right' ? { x: aim.x } : {}),
          ...(cue.startsWith('turn') ? { yaw: aim.yaw } : {}),
        };
        return likeness(aim, after) >= before;
      }),
    );
  });

  test('who is turned quite another way is asked nothing: the movement itself tells how to stand', () => {
    expect(readGuide(led({ yaw: 90 }))).toEqual({ likeness: 0, cue: null });
  });

  test('side-on, the way along the picture is forward and back', () => {
    const sideOn = { ...here, yaw: 90 };
    const guide = { ...createGuide({ ...sideOn, x: here.x - 0.3 }), seen: sideOn };
    expect(readGuide(guide).cue).toBe('forward');
    expect(readGuide({ ...guide, aim: { ...sideOn, x: here.x + 0.3 } }).cue).toBe('backward');
  });
});

describe('the beginning waits', () => {
  const elsewhere = { x: here.x + 0.3 };
  test('for who is not there yet, and not for long', () => {
    expect(isWaitedFor(led(elsewhere), 1_000)).toBe(true);
    expect(isWaitedFor(led(elsewhere, 8_000), 8_000)).toBe(false);
  });
  test('for nobody who stands as last time', () => expect(isWaitedFor(led({}), 1_000)).toBe(false));
  test('as long as they could not begin anyway', () => {
    expect(isWaitedFor(led(elsewhere, 20_000, false), 20_000)).toBe(true);
  });
});

describe('the ghost', () => {
  const xs = (points: readonly (readonly [number, number])[]) => points.map(([x]) => x);
  const width = (points: readonly (readonly [number, number])[]) => Math.max(...xs(points)) - Math.min(...xs(points));
  const trunkOf = (setUp: SetUp) => ghostOf(setUp, 'standing')?.outlines[0] ?? [];

  test('stands with its trunk where the trunk was, as long as it was', () => {
    const trunk = trunkOf(here);
    const ys = trunk.map(([, y]) => y);
    expect(Math.max(...ys) - Math.min(...ys)).toBeCloseTo(here.trunk, 10);
    expect((Math.max(...ys) + Math.min(...ys)) / 2).toBeCloseTo(here.y, 10);
    expect((Math.max(...xs(trunk)) + Math.min(...xs(trunk))) / 2).toBeCloseTo(here.x, 10);
  });
  test('is narrower side-on', () => expect(width(trunkOf({ ...here, yaw: 90 }))).toBeLessThan(width(trunkOf(here))));
  test('looks to the left of the picture where the left side was seen', () => {
    const ghost = ghostOf({ ...here, yaw: 90 }, 'standing');
    expect(ghost?.nose[0]).toBeLessThan(ghost?.head.at[0] ?? 0);
  });
  test('has no legs where people sit, and is none where they lie', () => {
    expect(ghostOf(here, 'sitting')?.outlines).toHaveLength(1);
    expect(ghostOf(here, 'lying')).toBeNull();
  });
});
