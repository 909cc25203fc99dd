import { listenToLive } from '../../measurement/index.ts';
import { type RemoteVideo, VisitRoom } from '../../room/visit-room.ts';
import { readStamp, stampHeight } from '../../virtual-patient/file/stamp.ts';
import type { Match } from '../frame-match.ts';
import { StagePlayer, type StageStatus } from '../stage-player.ts';
import { numberIn } from './send-coded-frames.ts';

export interface Drawn {
  /** Number of the frame that stands on the canvas; null where the bar code could not be read. */
  frame: number | null;
  /** Number of the frame its landmarks were measured on; a fraction between two; null without landmarks. */
  landmarks: number | null;
  match: Match['kind'] | null;
}

/** The therapist's side: plays the stage and tells which frame and which landmarks were drawn together, `count` times after the first landmarks. */
export async function watchStage({ encounterId, count }: { encounterId: string; count: number }): Promise<{
  drawn: Drawn[];
  statuses: StageStatus['overlay'][];
  longestDrawMs: number;
}> {
  const [canvas, video] = [document.querySelector('canvas'), document.querySelector('video')];
  if (!canvas || !video) throw new Error('The page has no stage.');
  const room = new VisitRoom(encounterId, 'therapist');
  room.enter();
  const remote = await remoteVideo(room);
  const drawn: Drawn[] = [];
  const statuses: StageStatus['overlay'][] = [];
  let longestDrawMs = 0;
  return new Promise((resolve) => {
    const player = new StagePlayer({
      canvas,
      video,
      remote,
      onStatus: ({ overlay }) => statuses.push(overlay),
      onDrawn({ match, points, drawMs }) {
        const number = points?.[0] ? numberIn(points[0].x) : null;
        if (drawn.length === 0 && number === null) return;
        longestDrawMs = Math.max(longestDrawMs, drawMs);
        drawn.push({ frame: readCanvas(canvas), landmarks: number, match });
        if (drawn.length < count) return;
        stop();
        player.stop();
        room.leave();
        resolve({ drawn, statuses, longestDrawMs });
      },
    });
    player.look = { skeleton: false, goniometer: null };
    const stop = listenToLive(room, (packet) => player.add(packet));
  });
}

function remoteVideo(room: VisitRoom): Promise<RemoteVideo> {
  return new Promise((resolve) => {
    const stop = room.subscribe(() => {
      if (!room.view.remoteVideo) return;
      stop();
      resolve(room.view.remoteVideo);
    });
  });
}

function readCanvas(canvas: HTMLCanvasElement): number | null {
  const { width, height } = canvas;
  const strip = stampHeight(height);
  return readStamp(canvas.getContext('2d')?.getImageData(0, height - strip, width, strip) ?? new ImageData(1, 1));
}
