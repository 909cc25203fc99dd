import type { Message } from '../notifier/index.ts';

interface Told {
  clinic: string;
  therapist: string;
  startsAt: Date;
  timeZone: string;
  url: string;
}

const WORDS = {
  en: {
    subject: (clinic: string) => `Your video visit with ${clinic}`,
    text: ({ therapist, clinic, url }: Told, when: string) =>
      `${therapist} (${clinic}) invites you to a video visit: ${when}.\n\nOpen this link on the device you will use. It is for you alone:\n${url}\n\nYou need a camera, and room to move. You install nothing.`,
    sms: ({ clinic, url }: Told, when: string) => `${clinic}: your video visit, ${when}. Your own link: ${url}`,
  },
  es: {
    subject: (clinic: string) => `Su visita por vídeo con ${clinic}`,
    text: ({ therapist, clinic, url }: Told, when: string) =>
      `${therapist} (${clinic}) le invita a una visita por vídeo: ${when}.\n\nAbra este enlace en el dispositivo que vaya a usar. Es solo para usted:\n${url}\n\nNecesita una cámara y espacio para moverse. No instala nada.`,
    sms: ({ clinic, url }: Told, when: string) => `${clinic}: su visita por vídeo, ${when}. Su enlace propio: ${url}`,
  },
};

/** A link in the words of the patient's language (English where we have no other), the time in their time zone. Who invites and when: nothing of health. */
export function linkWords(channel: Message['channel'], language: string | null, told: Told) {
  const known = (language?.split('-')[0] ?? 'en') === 'es' ? 'es' : 'en';
  const words = WORDS[known];
  const when = new Intl.DateTimeFormat(language?.startsWith(known) ? language : known, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: told.timeZone,
  }).format(told.startsAt);
  const zoned = `${when} (${told.timeZone.replace('_', ' ')})`;
  return {
    subject: words.subject(told.clinic),
    text: channel === 'email' ? words.text(told, zoned) : words.sms(told, zoned),
  };
}
