import type { Landmark } from '@plumbline/shared/measurement';
import { Vector3 } from 'three';
import type { Body } from '../figure/body.ts';
import type { PoseSpec } from '../figure/pose-spec.ts';
import { solvePose } from '../figure/solve-pose.ts';
import { truthPoints } from '../figure/truth-points.ts';
import { type CameraSpec, cameraFor } from './view.ts';

const LEFT_HIP = 23;
const RIGHT_HIP = 24;

/**
 * The landmarks a perfect pose model would report for this pose seen by this camera: 33 image landmarks (fractions of
 * the frame, z in frame widths from mid-hip) and 33 world landmarks (metres from mid-hip, y down, z away).
 */
export function projectTruth(
  pose: PoseSpec,
  body: Body,
  spec: CameraSpec,
  aspect: number,
): { image: Landmark[]; world: Landmark[] } {
  const camera = cameraFor(spec, aspect);
  const points = truthPoints(solvePose(pose, body), body.heightM);
  const seen = points.map((p) => p.clone().applyMatrix4(camera.matrixWorldInverse));
  const hip = seen[LEFT_HIP]!.clone().add(seen[RIGHT_HIP]!).multiplyScalar(0.5);
  const widthAtHip = -hip.z * 2 * Math.tan((spec.fovDegrees * Math.PI) / 360) * aspect;
  const image = seen.map((p) => {
    const clip = p.clone().applyMatrix4(camera.projectionMatrix);
    const inside = Math.abs(clip.x) <= 1 && Math.abs(clip.y) <= 1 && p.z < 0;
    return { x: (clip.x + 1) / 2, y: (1 - clip.y) / 2, z: (hip.z - p.z) / widthAtHip, visibility: inside ? 1 : 0 };
  });
  const world = seen.map((p, i) => {
    const d = new Vector3().subVectors(p, hip);
    return { x: d.x, y: -d.y, z: -d.z, visibility: image[i]!.visibility };
  });
  return { image, world };
}
