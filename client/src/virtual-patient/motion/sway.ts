import type { PoseSpec } from '../figure/pose-spec.ts';

/** The slight movement of someone who stands still: breathing and balance, well below a degree. */
export function sway(pose: PoseSpec, timeMs: number): PoseSpec {
  const t = timeMs / 1000;
  const breath = Math.sin((2 * Math.PI * t) / 4.1);
  const drift = Math.sin((2 * Math.PI * t) / 7.3 + 1) + 0.5 * Math.sin((2 * Math.PI * t) / 3.7);
  const { trunk, neck } = pose.joints;
  const held = pose.contacts.some((c) => c.kind === 'hand') ? 0 : 1;
  return {
    ...pose,
    root: { ...pose.root, x: pose.root.x + 0.0015 * drift * held },
    joints: {
      ...pose.joints,
      trunk: { ...trunk, flexion: (trunk?.flexion ?? 0) - 0.35 * breath * held },
      neck: { ...neck, flexion: (neck?.flexion ?? 0) + 0.25 * breath, rotation: (neck?.rotation ?? 0) + 0.5 * drift },
    },
  };
}
