import { useEffect, useRef } from 'react';
import { useLanguage } from '../i18n/index.ts';
import type { Speech } from '../speech/index.ts';
import { shouldSay } from './cue.ts';

/** Says the cue aloud when it changes, and the count with each repetition; never chatters. */
export function useCueVoice(speech: Speech, cue: { key: string; text: string } | null, count: number): void {
  const language = useLanguage();
  const said = useRef<{ key: string; atMs: number } | null>(null);
  const counted = useRef(count);

  useEffect(() => {
    if (count > counted.current) {
      speech.tone('done');
      speech.say(String(count), language);
    }
    counted.current = count;
  }, [count, speech, language]);

  const key = cue?.key;
  const text = cue?.text;
  useEffect(() => {
    if (!key || !text) return;
    const tell = () => {
      const nowMs = performance.now();
      if (!shouldSay(key, said.current, nowMs)) return;
      said.current = { key, atMs: nowMs };
      if (speech.speaks(language)) speech.say(text, language);
      else speech.tone('cue');
    };
    tell();
    const timer = setInterval(tell, 500);
    return () => clearInterval(timer);
  }, [key, text, speech, language]);
}
