import { Mic, MicOff, Video, VideoOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/index.ts';
import type { OwnMedia } from './useOwnMedia.ts';

/** The therapist's own picture, small and mirrored, with camera and microphone beside it. */
export function SelfView({ media }: { media: OwnMedia }) {
  const { t } = useTranslation('console');
  const { cameraOn, microphoneOn, trouble } = media;
  return (
    <div className="self">
      <Picture track={media.video} />
      {media.video ? null : (
        <p className="self__none">
          {trouble.camera ? t(`self.${trouble.camera}`) : t(cameraOn ? 'self.starting' : 'self.off')}
        </p>
      )}
      <div className="self__controls">
        <IconButton
          label={t(microphoneOn ? 'self.mute' : 'self.unmute')}
          shortcut="I"
          icon={microphoneOn && !trouble.microphone ? <Mic aria-hidden="true" /> : <MicOff aria-hidden="true" />}
          look={microphoneOn ? 'plain' : 'stop'}
          onPress={media.toggleMicrophone}
        />
        <IconButton
          label={t(cameraOn ? 'self.cameraOff' : 'self.cameraOn')}
          shortcut="V"
          icon={cameraOn && !trouble.camera ? <Video aria-hidden="true" /> : <VideoOff aria-hidden="true" />}
          look={cameraOn ? 'plain' : 'stop'}
          onPress={media.toggleCamera}
        />
      </div>
      {trouble.microphone ? <p className="self__trouble">{t(`self.noSound.${trouble.microphone}`)}</p> : null}
    </div>
  );
}

function Picture({ track }: { track: MediaStreamTrack | null }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = track ? new MediaStream([track]) : null;
  }, [track]);
  return <video ref={video} className="self__picture" autoPlay muted playsInline tabIndex={-1} hidden={!track} />;
}
