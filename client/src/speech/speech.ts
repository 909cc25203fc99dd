/** Says short things aloud with voices of this device only; where there are none, tones carry the rhythm and the text on screen the words. */
export interface Speech {
  /** Whether this device has a voice of its own in that language. */
  speaks(language: string): boolean;
  say(text: string, language: string): void;
  /** Says it and resolves when it begins to sound: a clock starts with it. Where there is no voice a tone sounds at once. */
  begin(text: string, language: string): Promise<void>;
  /** cue: look at the screen. done: a repetition. go: a clock starts. stop: something ended. test: the speaker is heard. */
  tone(kind: Tone): void;
  /** Lets sound play; needs a tap first on most phones. Answers whether it does. */
  unlock(): Promise<boolean>;
  close(): void;
}

export type Tone = 'cue' | 'done' | 'go' | 'stop' | 'test';

/** Notes one after the other: hertz, seconds. */
const TONES: Record<Tone, readonly (readonly [number, number])[]> = {
  cue: [[660, 0.15]],
  done: [[880, 0.12]],
  go: [[1047, 0.4]],
  stop: [
    [440, 0.25],
    [330, 0.5],
  ],
  test: [
    [523, 0.25],
    [659, 0.25],
    [784, 0.5],
  ],
};
const LOUDNESS = 0.15;
const UNLOCK_MS = 600;
/** A voice that has not begun by then is not waited for. */
const VOICE_BEGINS_MS = 800;

/** A voice in that language that does not send text elsewhere. */
export function localVoice(voices: readonly SpeechSynthesisVoice[], language: string): SpeechSynthesisVoice | null {
  const prefix = language.slice(0, 2).toLowerCase();
  return voices.find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(prefix)) ?? null;
}

/** The browser's own speech and sound. */
export function createSpeech(): Speech {
  let audio: AudioContext | null = null;
  let voiceUnlocked = false;
  const synthesis = 'speechSynthesis' in window ? window.speechSynthesis : null;
  const voiceFor = (language: string) => (synthesis ? localVoice(synthesis.getVoices(), language) : null);
  return {
    speaks: (language) => voiceFor(language) !== null,
    say(text, language) {
      const voice = voiceFor(language);
      if (!synthesis || !voice) return;
      synthesis.cancel();
      synthesis.speak(createUtterance(text, voice));
    },
    begin(text, language) {
      const voice = voiceFor(language);
      if (!synthesis || !voice) {
        this.tone('go');
        return Promise.resolve();
      }
      synthesis.cancel();
      const utterance = createUtterance(text, voice);
      return new Promise((resolve) => {
        const begun = () => resolve();
        utterance.onstart = begun;
        utterance.onerror = begun;
        setTimeout(begun, VOICE_BEGINS_MS);
        synthesis.speak(utterance);
      });
    },
    tone(kind) {
      if (audio?.state !== 'running') return;
      let at = audio.currentTime;
      for (const [hertz, seconds] of TONES[kind]) {
        playNote(audio, hertz, at, seconds);
        at += seconds;
      }
    },
    async unlock() {
      audio ??= 'AudioContext' in window ? new AudioContext() : null;
      if (synthesis && !voiceUnlocked && navigator.userActivation?.isActive) {
        // Safari speaks later only if it has spoken in a tap once.
        voiceUnlocked = true;
        const silence = new SpeechSynthesisUtterance(' ');
        silence.volume = 0;
        synthesis.speak(silence);
      }
      if (!audio || audio.state === 'closed') return false;
      // Without a tap it may never settle.
      await Promise.race([audio.resume().catch(() => {}), new Promise((resolve) => setTimeout(resolve, UNLOCK_MS))]);
      return (audio.state as AudioContextState) === 'running';
    },
    close() {
      synthesis?.cancel();
      void audio?.close();
      audio = null;
    },
  };
}

function createUtterance(text: string, voice: SpeechSynthesisVoice): SpeechSynthesisUtterance {
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = 0.95;
  return utterance;
}

function playNote(audio: AudioContext, hertz: number, at: number, seconds: number): void {
  const oscillator = new OscillatorNode(audio, { frequency: hertz });
  const gain = new GainNode(audio, { gain: LOUDNESS });
  gain.gain.setTargetAtTime(0, at + seconds * 0.6, seconds * 0.15);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + seconds);
}
