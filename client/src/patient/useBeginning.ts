import { useEffect, useRef } from 'react';
import { useLanguage } from '../i18n/index.ts';
import type { Speech } from '../speech/index.ts';
import type { Screen } from './screen.ts';

/** Whoever went for a glass of water while waiting hears that the visit begins. */
export function useBeginning(screen: Screen, speech: Speech, words: string): void {
  const language = useLanguage();
  const before = useRef(screen);
  useEffect(() => {
    if (before.current === 'waiting' && screen === 'visit') {
      speech.tone('test');
      speech.say(words, language);
    }
    before.current = screen;
  }, [screen, speech, words, language]);
}
