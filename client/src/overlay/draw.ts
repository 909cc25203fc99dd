import type { Landmark } from '@plumbline/shared/measurement';
import { BONES, type Goniometer } from './skeleton.ts';

/** Where a picture lies in a box it is fitted into whole. */
export interface Fit {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The largest place for a picture inside a box, centred. */
export function fitInside(picture: { width: number; height: number }, box: { width: number; height: number }): Fit {
  const scale = Math.min(box.width / picture.width, box.height / picture.height);
  const width = picture.width * scale;
  const height = picture.height * scale;
  return { x: (box.width - width) / 2, y: (box.height - height) / 2, width, height };
}

const SEEN = 0.4;

interface DrawOptions {
  skeleton: boolean;
  goniometer: Goniometer | null;
  /** 0–1; late landmarks fade. */
  opacity: number;
  /** Line width in canvas pixels. */
  unit: number;
}

/** Draws landmarks onto a picture. It only draws: no value is computed here. */
export function drawPose(
  context: CanvasRenderingContext2D,
  points: readonly Landmark[],
  fit: Fit,
  options: DrawOptions,
): void {
  const { skeleton, goniometer, opacity, unit } = options;
  const x = (i: number) => fit.x + (points[i]?.x ?? 0) * fit.width;
  const y = (i: number) => fit.y + (points[i]?.y ?? 0) * fit.height;
  const seen = (i: number) => (points[i]?.visibility ?? 0) >= SEEN;
  context.save();
  context.globalAlpha = opacity;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  if (skeleton) {
    context.beginPath();
    for (const [a, b] of BONES) {
      if (!seen(a) || !seen(b)) continue;
      context.moveTo(x(a), y(a));
      context.lineTo(x(b), y(b));
    }
    // A dark edge keeps the white lines readable on white shirts.
    strokeTwice(context, unit * 2.2, '#ffffffe6');
  }
  if (goniometer && seen(goniometer.joint) && seen(goniometer.moving)) drawGoniometer(context, goniometer, x, y, unit);
  context.restore();
}

function strokeTwice(context: CanvasRenderingContext2D, width: number, colour: string): void {
  context.lineWidth = width + 2;
  context.strokeStyle = '#0b151c99';
  context.stroke();
  context.lineWidth = width;
  context.strokeStyle = colour;
  context.stroke();
}

const WEDGE = '#ff9d5c';

function drawGoniometer(
  context: CanvasRenderingContext2D,
  { joint, zero, onward, moving }: Goniometer,
  x: (i: number) => number,
  y: (i: number) => number,
  unit: number,
): void {
  const [jx, jy] = [x(joint), y(joint)];
  const turn = onward ? Math.PI : 0;
  const from = Math.atan2(y(zero) - jy, x(zero) - jx) + turn;
  const to = Math.atan2(y(moving) - jy, x(moving) - jx);
  const arm = Math.hypot(x(moving) - jx, y(moving) - jy);
  const radius = 0.55 * arm;
  const sweep = ((((to - from) % (2 * Math.PI)) + 3 * Math.PI) % (2 * Math.PI)) - Math.PI;
  context.beginPath();
  context.moveTo(jx, jy);
  context.arc(jx, jy, radius, from, from + sweep, sweep < 0);
  context.closePath();
  context.fillStyle = `${WEDGE}59`;
  context.fill();
  context.lineWidth = unit * 1.6;
  context.strokeStyle = WEDGE;
  context.stroke();
  context.beginPath();
  context.moveTo(jx + Math.cos(from) * arm, jy + Math.sin(from) * arm);
  context.lineTo(jx, jy);
  context.lineTo(x(moving), y(moving));
  strokeTwice(context, unit * 2.6, '#ffffff');
  context.beginPath();
  for (const [px, py] of [
    [jx, jy],
    [x(moving), y(moving)],
  ] as const) {
    context.moveTo(px + unit * 4, py);
    context.arc(px, py, unit * 4, 0, 2 * Math.PI);
  }
  context.fillStyle = '#ffffff';
  context.fill();
}
