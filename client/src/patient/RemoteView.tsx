import { type ReactNode, useEffect, useRef } from 'react';
import type { RemoteVideo } from '../room/index.ts';

/** The therapist's picture; words where there is none yet. */
export function RemoteView({
  video,
  label,
  children,
}: {
  video: RemoteVideo | null;
  label: string;
  children: ReactNode;
}) {
  const element = useRef<HTMLVideoElement>(null);
  const track = video?.track ?? null;
  useEffect(() => {
    if (!element.current) return;
    element.current.srcObject = track ? new MediaStream([track]) : null;
    if (track) void element.current.play().catch(() => {});
  }, [track]);
  return (
    <div className="remote-view">
      <video ref={element} muted playsInline aria-label={label} hidden={!track} />
      {track ? null : <p>{children}</p>}
    </div>
  );
}
