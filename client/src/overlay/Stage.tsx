import type { AngleName, Side } from '@plumbline/shared/measurement';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { listenToLive } from '../measurement/index.ts';
import type { RoomHandle } from '../room/index.ts';
import { goniometerFor } from './skeleton.ts';
import { StagePlayer, type StageStatus } from './stage-player.ts';
import './stage.css';

export interface StageProps {
  room: RoomHandle;
  /** The angle measured now: its goniometer is drawn. */
  measuring: { angle: AngleName; side: Side } | null;
  skeleton: boolean;
  /** Read to screen readers in place of the picture. */
  label: string;
  /** Shown instead of a picture that does not come. */
  children?: ReactNode;
  /** Words for the state of the overlay, shown in a corner when it is not simply live. */
  statusText?: (status: StageStatus['overlay']) => string | null;
  /** Told with every frame that is drawn: its capture time, ms on the sender's clock. */
  onShown?: (captureMs: number) => void;
}

/** The patient's picture with what was measured drawn on the frame it was measured on. Never mirrored. */
export function Stage({ room, measuring, skeleton, label, children, statusText, onShown }: StageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const player = useRef<StagePlayer | null>(null);
  const tellShown = useRef(onShown);
  const [status, setStatus] = useState<StageStatus['overlay']>('none');
  const { remoteVideo, onLive } = room;
  const angle = measuring?.angle;
  const side = measuring?.side;

  useEffect(() => {
    tellShown.current = onShown;
  }, [onShown]);

  useEffect(() => {
    if (!remoteVideo || !canvas.current || !video.current) return;
    const playing = new StagePlayer({
      canvas: canvas.current,
      video: video.current,
      remote: remoteVideo,
      onStatus: ({ overlay }) => setStatus(overlay),
      onDrawn: (drawn) => {
        tellShown.current?.(drawn.frameAtMs);
        window.plumblineOnDrawn?.(drawn);
      },
    });
    player.current = playing;
    const stop = listenToLive({ onLive }, (packet) => playing.add(packet));
    return () => {
      stop();
      playing.stop();
      player.current = null;
      setStatus('none');
    };
  }, [remoteVideo, onLive]);

  useEffect(() => {
    if (!player.current) return;
    player.current.look = { skeleton, goniometer: angle && side ? goniometerFor(angle, side) : null };
  }, [skeleton, angle, side, remoteVideo]);

  const words = statusText?.(status) ?? null;
  return (
    <div className="stage">
      {/* The picture is played here unseen; the canvas shows it with the overlay. Sound comes from the room. */}
      <video ref={video} className="stage-source" muted playsInline />
      <canvas ref={canvas} className="stage-canvas" role="img" aria-label={label} hidden={!remoteVideo} />
      {remoteVideo ? null : <div className="stage-empty">{children}</div>}
      {words ? <p className="stage-status">{words}</p> : null}
    </div>
  );
}

declare global {
  interface Window {
    /** Set by the browser test that compares overlay and frame. */
    plumblineOnDrawn?: import('./stage-player.ts').OnDrawn;
  }
}
