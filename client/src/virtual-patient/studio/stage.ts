import {
  Color,
  DirectionalLight,
  Group,
  HemisphereLight,
  NoToneMapping,
  PCFShadowMap,
  Scene,
  SRGBColorSpace,
  WebGLRenderer,
} from 'three';
import { cameraFor } from '../camera/view.ts';
import type { PoseSpec } from '../figure/pose-spec.ts';
import { solvePose } from '../figure/solve-pose.ts';
import { STAMP_LIMIT, stampBlocks, stampHeight } from '../file/stamp.ts';
import type { Prop } from '../motion/motion.ts';
import { createFigure } from './figure-object.ts';
import { createProps } from './props-object.ts';
import { createContactShadow, createRoom } from './room-object.ts';
import type { Studio } from './studio.ts';

/** How dear a picture may be. */
export interface Quality {
  shadows: boolean;
  fineness: { coarse: number; fine: number };
  antialias: boolean;
}

export const liveQuality: Quality = { shadows: false, fineness: { coarse: 0.019, fine: 0.0098 }, antialias: false };
export const fineQuality: Quality = { shadows: true, fineness: { coarse: 0.011, fine: 0.0052 }, antialias: true };

/** A room with the figure in it, drawn onto one canvas. */
export interface Stage {
  /** `otherPose` is that of a second person, who is not there without it. */
  draw(pose: PoseSpec, props: readonly Prop[], otherPose?: PoseSpec | null): void;
  /** Writes a number as a bar code along the bottom edge of the last picture; `readStamp` reads it. */
  stamp(frame: number): void;
  dispose(): void;
}

/** Opens a stage, for a second person too if told how they look; throws if the browser has no WebGL. */
export function createStage(
  canvas: OffscreenCanvas | HTMLCanvasElement,
  studio: Studio,
  quality: Quality,
  otherStudio?: Studio,
): Stage {
  const { shadows, fineness, antialias } = quality;
  const renderer = new WebGLRenderer({ canvas, antialias });
  renderer.setSize(canvas.width, canvas.height, false);
  renderer.outputColorSpace = SRGBColorSpace;
  renderer.toneMapping = NoToneMapping;
  renderer.shadowMap.enabled = shadows;
  renderer.shadowMap.type = PCFShadowMap;
  const scene = new Scene();
  scene.background = new Color(studio.room.wall);
  const room = createRoom(studio.room);
  const figure = createFigure(studio, fineness);
  const other = otherStudio ? { body: otherStudio.body, ...createFigure(otherStudio, fineness) } : null;
  const patch = shadows ? null : createContactShadow();
  const place = new Group();
  scene.add(room.object, figure.object, place, ...lights(studio, shadows));
  if (patch) scene.add(patch.object);
  if (other) scene.add(other.object);
  const camera = cameraFor(studio.camera, canvas.width / canvas.height);
  let shown: readonly Prop[] | null = null;
  let props: ReturnType<typeof createProps> | null = null;
  const setProps = (wanted: readonly Prop[]) => {
    if (shown === wanted) return;
    shown = wanted;
    if (props) {
      place.remove(props.object);
      props.dispose();
    }
    props = createProps(wanted, studio.room.wall);
    place.add(props.object);
  };
  return {
    draw(pose, wanted, otherPose) {
      setProps(wanted);
      place.position.set(pose.placement.x, 0, pose.placement.z);
      place.rotation.y = (pose.placement.headingDegrees * Math.PI) / 180;
      const solved = solvePose(pose, studio.body);
      figure.show(solved);
      place.updateWorldMatrix(true, true);
      props?.follow(solved);
      if (other) other.object.visible = Boolean(otherPose);
      if (other && otherPose) other.show(solvePose(otherPose, other.body));
      if (patch) {
        const { leftFoot, rightFoot, pelvis } = solved.bones;
        patch.object.position.x = (leftFoot.at.x + rightFoot.at.x + pelvis.at.x) / 3;
        patch.object.position.z = (leftFoot.at.z + rightFoot.at.z + pelvis.at.z) / 3;
        patch.object.scale.set(
          0.7 + Math.abs(leftFoot.at.x - rightFoot.at.x),
          0.62 + Math.abs(leftFoot.at.z - rightFoot.at.z),
          1,
        );
      }
      renderer.render(scene, camera);
    },
    stamp(frame) {
      stampFrame(renderer, canvas.width, canvas.height, frame);
    },
    dispose() {
      props?.dispose();
      room.dispose();
      figure.dispose();
      other?.dispose();
      patch?.dispose();
      renderer.dispose();
      renderer.forceContextLoss();
    },
  };
}

/** True if this browser computes pixels without a graphics card; throws if it has no WebGL. */
export function drawsInSoftware(): boolean {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!gl) throw new Error('This browser has no WebGL 2.');
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(name);
}

function lights({ light }: Studio, shadows: boolean) {
  const warm = new Color('#ffffff').lerp(
    new Color(light.warmth > 0 ? '#ffd9ae' : '#cfe0ff'),
    Math.min(1, Math.abs(light.warmth)) * 0.7,
  );
  const sky = new HemisphereLight(warm, new Color('#a08a74'), 1.75 * light.brightness);
  const key = new DirectionalLight(warm, 1.9 * light.brightness);
  const from = (light.fromDegrees * Math.PI) / 180;
  key.position.set(Math.sin(from) * 2.4, 3.4, Math.cos(from) * 2.6);
  key.target.position.set(0, 0.8, 0);
  key.castShadow = shadows;
  key.shadow.mapSize.set(1024, 1024);
  Object.assign(key.shadow.camera, { left: -1.6, right: 1.6, top: 1.9, bottom: -1.6, near: 0.5, far: 9 });
  key.shadow.normalBias = 0.02;
  key.shadow.bias = -0.0004;
  key.shadow.radius = 5;
  return [sky, key, key.target];
}

function stampFrame(renderer: WebGLRenderer, width: number, height: number, frame: number): void {
  const blocks = stampBlocks(frame % STAMP_LIMIT);
  const gl = renderer.getContext();
  gl.enable(gl.SCISSOR_TEST);
  blocks.forEach((bit, i) => {
    const left = Math.round((i * width) / blocks.length);
    gl.scissor(left, 0, Math.round(((i + 1) * width) / blocks.length) - left, stampHeight(height));
    gl.clearColor(bit, bit, bit, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
  });
  gl.disable(gl.SCISSOR_TEST);
  renderer.resetState();
}
