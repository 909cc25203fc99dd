import { PerspectiveCamera, Vector3 } from 'three';

/** Where the camera stands: distance to the figure's place, height of the lens, yaw about the figure, all true metres and degrees. */
export interface CameraSpec {
  distanceM: number;
  heightM: number;
  /** Degrees around the figure: positive moves the camera to the figure's left. */
  yawDegrees: number;
  /** Vertical field of view. */
  fovDegrees: number;
  /** Height of the point in the middle of the picture. */
  aimHeightM: number;
  /** Sideways shift of that point. */
  aimX: number;
  rollDegrees: number;
}

/** A laptop on a table, three metres away. */
export const tableCamera: CameraSpec = {
  distanceM: 3,
  heightM: 1.05,
  yawDegrees: 0,
  fovDegrees: 42,
  aimHeightM: 0.98,
  aimX: 0,
  rollDegrees: 0,
};

/** The three.js camera of a set-up, for a picture of this shape (width / height). */
export function cameraFor(spec: CameraSpec, aspect: number): PerspectiveCamera {
  const camera = new PerspectiveCamera(spec.fovDegrees, aspect, 0.1, 30);
  const yaw = (spec.yawDegrees * Math.PI) / 180;
  camera.position.set(Math.sin(yaw) * spec.distanceM, spec.heightM, Math.cos(yaw) * spec.distanceM);
  camera.lookAt(new Vector3(spec.aimX, spec.aimHeightM, 0));
  camera.rotateZ((spec.rollDegrees * Math.PI) / 180);
  camera.updateMatrixWorld();
  camera.updateProjectionMatrix();
  return camera;
}
