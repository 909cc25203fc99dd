import { signInToDemo } from '@plumbline/shared/config';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { basePath, call } from '../http/index.ts';
import { Banner, Button, Logo, Preferences, useTitle } from '../ui/index.ts';
import { DemoFrame } from './DemoFrame.tsx';
import { fitFrames } from './frame-size.ts';
import { DEMO_SCRIPT } from './script.ts';
import { useDirector } from './useDirector.ts';
import './demo.css';

interface Scene {
  therapist: string;
  patient: string;
}

/** A whole visit by itself: therapist and patient side by side in two frames of the real product. */
export function DemoPage() {
  const { t } = useTranslation('demo');
  useTitle(t('title'));
  const [scene, setScene] = useState<Scene | null>(null);
  const [failed, setFailed] = useState(false);
  const [take, setTake] = useState(0);
  const [playing, setPlaying] = useState(true);
  const therapist = useRef<HTMLIFrameElement>(null);
  const patient = useRef<HTMLIFrameElement>(null);
  const { room, fit } = useRoom();

  const start = useCallback(async () => {
    setFailed(false);
    setScene(null);
    try {
      const { encounterId, invitationToken } = await call(signInToDemo);
      // The query makes each take an address of its own, so that the frames load anew.
      setScene({
        therapist: `${basePath()}visits/${encounterId}`,
        patient: `${basePath()}visit?camera=virtual&take=${encounterId}#${invitationToken}`,
      });
      setPlaying(true);
      setTake((count) => count + 1);
    } catch {
      setFailed(true);
    }
  }, []);

  useEffect(() => void start(), [start]);

  const view = useDirector({ therapist, patient }, take, playing);
  const caption = t(`caption.${view.caption as 'link'}`);
  const step = Math.min(view.step + 1, DEMO_SCRIPT.length);
  return (
    <div className="demo">
      <header className="demo-bar">
        <Logo name="Plumbline" />
        <h1 className="visually-hidden">{t('title')}</h1>
        <p className="demo-caption" role="status">
          {scene ? caption : t('starting')}
        </p>
        <span className="demo-step">{t('step', { step, of: DEMO_SCRIPT.length })}</span>
        <Button look={playing ? 'plain' : 'primary'} onPress={() => setPlaying(!playing)}>
          {t(playing ? 'pause' : 'resume')}
        </Button>
        <Button onPress={() => void start()}>{t('restart')}</Button>
        <Preferences />
      </header>
      {failed ? <Banner kind="danger">{t('failed')}</Banner> : null}
      {view.phase === 'stuck' ? <Banner kind="caution">{t('stuck')}</Banner> : null}
      <main className={`demo-frames${fit.stacked ? ' is-stacked' : ''}`} ref={room}>
        <DemoFrame
          ref={therapist}
          title={t('therapist')}
          address={scene?.therapist ?? null}
          fit={fit.therapist}
          target={view.target?.frame === 'therapist' ? view.target : null}
        />
        <DemoFrame
          ref={patient}
          title={t('patient')}
          address={scene?.patient ?? null}
          fit={fit.patient}
          target={view.target?.frame === 'patient' ? view.target : null}
        />
      </main>
      <footer className="demo-lead">{t('lead')}</footer>
    </div>
  );
}

const CAPTION_HEIGHT = 28;

/** The frames' sizes for the room there is. */
function useRoom() {
  const room = useRef<HTMLElement>(null);
  const [fit, setFit] = useState(() => fitFrames({ width: 1200, height: 640 }));
  useLayoutEffect(() => {
    const element = room.current;
    if (!element) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      setFit(fitFrames({ width, height: Math.max(300, height - CAPTION_HEIGHT) }));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  return { room, fit };
}
