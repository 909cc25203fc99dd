import { useEffect } from 'react';
import { useLanguage } from '../i18n/index.ts';
import type { Speech } from '../speech/index.ts';

/** What passes within this is not worth a word. */
const LASTING_MS = 1_500;

/** Says aloud what is wrong with the connection, once it lasts. */
export function useStatusVoice(speech: Speech, text: string | null): void {
  const language = useLanguage();
  useEffect(() => {
    if (!text) return;
    const timer = setTimeout(() => {
      speech.tone('cue');
      speech.say(text, language);
    }, LASTING_MS);
    return () => clearTimeout(timer);
  }, [text, speech, language]);
}
