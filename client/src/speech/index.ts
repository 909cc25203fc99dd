export { createSpeech, localVoice, type Speech } from './speech.ts';
