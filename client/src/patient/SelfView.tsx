import { type ReactNode, useEffect, useRef } from 'react';
import type { PoseSource } from '../pose/index.ts';
import { SelfSkeleton } from './SelfSkeleton.tsx';

interface SelfViewProps {
  track: MediaStreamTrack | null;
  label: string;
  className?: string;
  /** Draws the stick figure over the picture. */
  skeleton?: PoseSource | null;
  /** Drawn over the picture, mirrored with it. */
  children?: ReactNode;
}

/** What the camera sees, whole, mirrored as people know themselves. Only this preview is mirrored: what is sent and measured is not. */
export function SelfView({ track, label, className = 'self-view', skeleton = null, children }: SelfViewProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = track ? new MediaStream([track]) : null;
    if (track) void element.play().catch(() => {});
  }, [track]);
  const { width = 4, height = 3, facingMode } = track?.getSettings() ?? {};
  return (
    <div
      className={`self-view-frame ${className}${facingMode === 'environment' ? '' : ' is-mirrored'}`}
      style={{ aspectRatio: `${width} / ${height}` }}
      hidden={!track}
    >
      <video ref={video} className="self-view-video" muted playsInline aria-label={label} />
      {skeleton ? <SelfSkeleton pose={skeleton} /> : null}
      {children}
    </div>
  );
}
