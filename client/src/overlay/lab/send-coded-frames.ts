import { encodeFrame, LANDMARK_COUNT } from '@plumbline/shared/measurement';
import { actAs } from '../../http/index.ts';
import { createCaptureClock } from '../../pose/capture-clock.ts';
import { VisitRoom } from '../../room/visit-room.ts';
import { readStamp, STAMP_LIMIT, stampBlocks, stampHeight } from '../../virtual-patient/file/stamp.ts';

const WIDTH = 640;
const HEIGHT = 480;
/** A landmark's x is carried in steps of 1/16384 of the frame; the frame's number rides in it. */
const NUMBER_SCALE = 16_384;

interface Sending {
  encounterId: string;
  fps: number;
  /** How long looking at a frame takes, as inference does, ms. */
  lookMs: number;
}

/** The patient's side: publishes frames that carry their number as a bar code, and sends "landmarks" that carry the number read from the very frame they were measured on. */
export async function sendCodedFrames({ encounterId, fps, lookMs }: Sending): Promise<void> {
  actAs('patient');
  const track = codedTrack(fps);
  const room = new VisitRoom(encounterId, 'patient');
  room.setLocalTracks({ video: track, audio: null });
  room.enter();
  await measure(track, room, lookMs);
}

function codedTrack(fps: number): MediaStreamTrack {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: WIDTH, height: HEIGHT });
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('This browser cannot draw.');
  let number = 0;
  setInterval(() => {
    number = (number + 1) % (STAMP_LIMIT / 4);
    draw(context, number);
  }, 1000 / fps);
  const [track] = canvas.captureStream(fps).getVideoTracks();
  if (!track) throw new Error('The canvas has no picture.');
  return track;
}

function draw(context: CanvasRenderingContext2D, number: number): void {
  context.fillStyle = '#8fa3ad';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.fillStyle = '#0b151c';
  context.fillRect((number * 9) % WIDTH, 140, 60, 120);
  const blocks = stampBlocks(number);
  const height = stampHeight(HEIGHT);
  for (const [i, bit] of blocks.entries()) {
    context.fillStyle = bit ? '#fff' : '#000';
    context.fillRect((i * WIDTH) / blocks.length, HEIGHT - height, WIDTH / blocks.length + 1, height);
  }
}

/** As the pose worker does it: newest frame only, timed by the frame's own timestamp. */
async function measure(track: MediaStreamTrack, room: VisitRoom, lookMs: number): Promise<void> {
  const { readable } = new MediaStreamTrackProcessor({ track: track, maxBufferSize: 1 });
  const reader = readable.getReader();
  const toCaptureMs = createCaptureClock();
  const context = new OffscreenCanvas(WIDTH, HEIGHT).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser cannot draw.');
  for (let sequence = 0; ; sequence++) {
    const { done, value: image } = await reader.read();
    if (done) return;
    const captureMs = performance.timeOrigin + toCaptureMs(image.timestamp, performance.now());
    context.drawImage(image, 0, 0, WIDTH, HEIGHT);
    image.close();
    const number = readStamp(context.getImageData(0, 0, WIDTH, HEIGHT));
    await new Promise((resolve) => setTimeout(resolve, lookMs));
    if (number === null) continue;
    const point = { x: number / NUMBER_SCALE, y: 0.5, z: 0, visibility: 1 };
    const points = Array.from({ length: LANDMARK_COUNT }, () => point);
    const frame = { sequence, captureMs, widthPx: WIDTH, heightPx: HEIGHT, image: points, world: null };
    room.sendLive(encodeFrame({ ...frame, people: 1, luma: null }, { track: false }));
  }
}

/** The number that a landmark of sendCodedFrames carries. */
export function numberIn(x: number): number {
  return x * NUMBER_SCALE;
}
