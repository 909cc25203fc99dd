import { useEffect, useRef } from 'react';

/** What the camera sees, mirrored as people know themselves. Only this preview is: what is sent and measured is not. */
export function SelfView({
  track,
  label,
  className = 'self-view',
}: {
  track: MediaStreamTrack | null;
  label: string;
  className?: string;
}) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = track ? new MediaStream([track]) : null;
    if (track) void element.play().catch(() => {});
  }, [track]);
  return <video ref={video} className={className} muted playsInline aria-label={label} hidden={!track} />;
}
