export const CHANNELS = ['email', 'sms'] as const;
export type Channel = (typeof CHANNELS)[number];

/** A message to one person. It never says anything of health: who writes, when, and a link at the most. */
export interface Message {
  /** The same message sent again has the same id, so that whoever receives it can tell. */
  id: string;
  channel: Channel;
  to: string;
  /** Of an e-mail. */
  subject: string;
  text: string;
}

/** Sends through what the clinic configured: an SMTP server, an SMS gateway, or nothing. */
export interface Notifier {
  /** The channels that are configured. */
  readonly channels: readonly Channel[];
  /** Throws where it was not taken on; nothing of the message is in the error. */
  send(message: Message): Promise<void>;
  close(): void;
}
