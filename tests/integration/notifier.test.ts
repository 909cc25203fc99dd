import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createNotifier, type Message } from '@plumbline/server/notifier/index.ts';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';

const message: Message = {
  id: 'b6b1',
  channel: 'email',
  to: 'ana@example.org',
  subject: 'Your visit',
  text: 'Thursday at 10:00. ¡Hasta pronto!',
};

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A mail server that takes what it is given, or refuses it. */
async function startMail(refuses = false) {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(refuses ? new Error('no such mailbox: ana@example.org') : null),
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push(Buffer.concat(chunks).toString());
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  const { port } = server.server.address() as AddressInfo;
  return { mails, url: `smtp://127.0.0.1:${port}` };
}

async function startGateway(status: number) {
  const heard: { authorization: string | undefined; body: unknown }[] = [];
  const server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      heard.push({ authorization: request.headers.authorization, body: JSON.parse(text) });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  return { heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms` };
}

const PUBLIC_URL = 'https://care.example';

describe('by e-mail', () => {
  test('a message arrives once with an id that stays the same when it is sent again', async () => {
    const { mails, url } = await startMail();
    const notifier = createNotifier({ mail: { url, from: 'Hill Road <care@hill.example>' }, sms: null }, PUBLIC_URL);
    closing.push(() => notifier.close());
    expect(notifier.channels).toEqual(['email']);
    await notifier.send(message);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain('Message-ID: <b6b1@care.example>');
    expect(mails[0]).toContain('To: ana@example.org');
  });

  test('one that is refused is told of without the address', async () => {
    const { url } = await startMail(true);
    const notifier = createNotifier({ mail: { url, from: 'care@hill.example' }, sms: null }, PUBLIC_URL);
    closing.push(() => notifier.close());
    const error: Error = await notifier.send(message).then(
      () => new Error('sent'),
      (cause: Error) => cause,
    );
    expect(error.message).toBe('email-not-sent');
    expect(String(error.stack)).not.toContain('ana@');
  });
});

describe('by SMS', () => {
  test('the gateway gets id, number and text, and the token', async () => {
    const { heard, url } = await startGateway(202);
    const notifier = createNotifier({ mail: null, sms: { url, token: 'secret' } }, PUBLIC_URL);
    await notifier.send({ ...message, channel: 'sms', to: '+34600000000' });
    expect(heard).toEqual([
      { authorization: 'Bearer secret', body: { id: 'b6b1', to: '+34600000000', text: message.text } },
    ]);
  });

  test('a gateway that says no has not sent it', async () => {
    const { url } = await startGateway(500);
    const notifier = createNotifier({ mail: null, sms: { url, token: null } }, PUBLIC_URL);
    await expect(notifier.send({ ...message, channel: 'sms' })).rejects.toThrow('sms-not-sent');
  });
});

test('what is not configured is not offered', async () => {
  const notifier = createNotifier({ mail: null, sms: null }, PUBLIC_URL);
  expect(notifier.channels).toEqual([]);
  await expect(notifier.send(message)).rejects.toThrow('channel-not-configured');
});
