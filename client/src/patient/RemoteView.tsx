import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoomHandle } from '../room/index.ts';

/** The therapist's picture; words where there is none. */
export function RemoteView({ room, therapist }: { room: RoomHandle; therapist: string }) {
  const { t } = useTranslation('patient');
  const element = useRef<HTMLVideoElement>(null);
  const track = room.remoteVideo?.track ?? null;
  useEffect(() => {
    if (!element.current) return;
    element.current.srcObject = track ? new MediaStream([track]) : null;
    if (track) void element.current.play().catch(() => {});
  }, [track]);
  return (
    <div className="remote-view">
      <video ref={element} muted playsInline aria-label={t('visit.therapistVideo', { therapist })} hidden={!track} />
      {track ? null : <p>{t(room.remoteAudio ? 'visit.soundOnly' : 'visit.waitingForVideo', { therapist })}</p>}
    </div>
  );
}
