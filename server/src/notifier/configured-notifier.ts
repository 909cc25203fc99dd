import { createTransport } from 'nodemailer';
import type { Config } from '../config.ts';
import type { Channel, Message, Notifier } from './notifier.ts';

const PATIENCE_MS = 15_000;

/** SMTP by `SMTP_URL` and `MAIL_FROM`; SMS by an HTTP gateway, `SMS_GATEWAY_URL`, which takes JSON `{id, to, text}` with a bearer token. */
export function createNotifier({ mail, sms }: Config['notifier'], publicUrl: string): Notifier {
  const transport = mail
    ? createTransport({
        url: mail.url,
        connectionTimeout: PATIENCE_MS,
        socketTimeout: PATIENCE_MS,
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    : null;
  const senders: Record<Channel, ((message: Message) => Promise<void>) | null> = {
    email:
      transport && mail
        ? async ({ id, to, subject, text }) => {
            await transport.sendMail({
              from: mail.from,
              to: { name: '', address: to },
              subject,
              text,
              messageId: `<${id}@${new URL(publicUrl).hostname}>`,
              headers: { 'Auto-Submitted': 'auto-generated' },
            });
          }
        : null,
    sms: sms ? (message) => sendSms(sms, message) : null,
  };
  return {
    channels: (['email', 'sms'] as const).filter((channel) => senders[channel] !== null),
    async send(message) {
      const sender = senders[message.channel];
      if (!sender) throw new Error('channel-not-configured');
      await sender(message).catch(() => {
        // The cause names the address: it stays here.
        throw new Error(`${message.channel}-not-sent`);
      });
    },
    close: () => transport?.close(),
  };
}

async function sendSms({ url, token }: { url: string; token: string | null }, { id, to, text }: Message) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ id, to, text }),
    signal: AbortSignal.timeout(PATIENCE_MS),
    redirect: 'error',
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`gateway answered ${response.status}`);
}
