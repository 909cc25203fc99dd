import { describe, expect, test } from 'vitest';
import { localVoice } from './speech.ts';

const voice = (name: string, lang: string, localService: boolean) =>
  ({ name, lang, localService, default: false, voiceURI: name }) as SpeechSynthesisVoice;

describe('a voice', () => {
  const voices = [voice('Cloud', 'es-ES', false), voice('Mónica', 'es_ES', true), voice('Daniel', 'en-GB', true)];
  test.each([
    ['never sends text elsewhere', 'es', 'Mónica'],
    ['serves any region of its language', 'en-US', 'Daniel'],
    ['is none where the device has none', 'de', undefined],
  ])('%s', (_law, language, name) => {
    expect(localVoice(voices, language)?.name).toBe(name);
  });

  test('of another machine is none', () => {
    expect(localVoice([voice('Cloud', 'es-ES', false)], 'es')).toBeNull();
  });
});
