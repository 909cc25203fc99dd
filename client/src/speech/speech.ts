/** Says short things aloud with voices of this device only; where there are none, tones carry the rhythm and the text on screen the words. */
export interface Speech {
  say(text: string, language: string): void;
  /** done: a repetition. stop: something ended. */
  tone(kind: 'done' | 'stop'): void;
  /** Needs a tap first on most phones. */
  unlock(): void;
  close(): void;
}

const TONES = { done: [880, 0.12], stop: [330, 0.5] } as const;

/** A voice in that language that does not send text elsewhere. */
export function localVoice(voices: readonly SpeechSynthesisVoice[], language: string): SpeechSynthesisVoice | null {
  const prefix = language.slice(0, 2).toLowerCase();
  return voices.find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(prefix)) ?? null;
}

/** The browser's own speech and sound. */
export function createSpeech(): Speech {
  let audio: AudioContext | null = null;
  const synthesis = 'speechSynthesis' in window ? window.speechSynthesis : null;
  const sound = () => {
    audio ??= 'AudioContext' in window ? new AudioContext() : null;
    return audio;
  };
  return {
    say(text, language) {
      const voice = synthesis ? localVoice(synthesis.getVoices(), language) : null;
      if (!synthesis || !voice) return;
      synthesis.cancel();
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.rate = 0.95;
      synthesis.speak(utterance);
    },
    tone(kind) {
      const context = sound();
      if (context?.state !== 'running') return;
      const [hertz, seconds] = TONES[kind];
      const oscillator = new OscillatorNode(context, { frequency: hertz });
      const gain = new GainNode(context, { gain: 0.15 });
      gain.gain.setTargetAtTime(0, context.currentTime + seconds * 0.6, seconds * 0.15);
      oscillator.connect(gain).connect(context.destination);
      oscillator.start();
      oscillator.stop(context.currentTime + seconds);
    },
    unlock() {
      void sound()?.resume();
      synthesis?.resume();
    },
    close() {
      synthesis?.cancel();
      void audio?.close();
    },
  };
}
