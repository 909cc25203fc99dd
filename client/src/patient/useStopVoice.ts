import { useEffect, useRef } from 'react';
import { useLanguage } from '../i18n/index.ts';
import type { Speech } from '../speech/index.ts';

/** A stop is heard, whoever asked for it: a low tone, then the words. `words` is null while nothing is stopped. */
export function useStopVoice(speech: Speech, words: string | null): void {
  const language = useLanguage();
  const wasStopped = useRef(false);
  const isStopped = words !== null;
  useEffect(() => {
    if (words !== null && !wasStopped.current) {
      speech.tone('stop');
      speech.say(words, language);
    }
    wasStopped.current = isStopped;
  }, [words, isStopped, speech, language]);
}
