import type { Answer } from '@plumbline/shared/http';
import { v7 as uuid } from 'uuid';

const HOUR_MS = 3_600_000;

/** The therapist every browser test signs in as; made in the global set-up. */
export const TOM = { displayName: 'Tom Weber', email: 'tom@clinic.test', password: 'plumb-line-and-bob' };

/** Tom's own hands on the API: what a test prepares without clicking through it. */
export class Clinic {
  #cookie = '';
  readonly baseUrl: string;

  constructor(baseUrl: string) {
    this.baseUrl = baseUrl;
  }

  async setUp(token: string): Promise<void> {
    await this.call('POST', '/api/set-up', { token, clinicName: 'Hill Road Physiotherapy', ...TOM });
  }

  async signIn(): Promise<this> {
    await this.call('POST', '/api/sign-in', { email: TOM.email, password: TOM.password });
    return this;
  }

  /** A visit that starts now, and the link to it; with somebody new, unless it is a patient he has. */
  async planVisit({
    patientName = 'Ana Ruiz',
    patientId,
  }: {
    patientName?: string;
    patientId?: string | undefined;
  } = {}): Promise<{ encounterId: string; link: string }> {
    const patient = patientId
      ? { patientId }
      : await this.call<{ patientId: string }>('POST', '/api/patients', { displayName: patientName });
    const encounterId = uuid();
    const visit = await this.call<{ encounterId: string }>('POST', '/api/visits', {
      id: encounterId,
      patientId: patient.patientId,
      startsAt: new Date(Date.now() - HOUR_MS / 60).toISOString(),
      durationMinutes: 45,
      timeZone: 'Europe/Berlin',
    });
    const invitation = await this.call<{ url: string }>('POST', `/api/encounters/${visit.encounterId}/invitations`, {});
    return { encounterId: visit.encounterId, link: invitation.url };
  }

  /** Tom's session for a browser of his. */
  get cookies(): { name: string; value: string; url: string }[] {
    const at = this.#cookie.indexOf('=');
    return [{ name: this.#cookie.slice(0, at), value: this.#cookie.slice(at + 1), url: this.baseUrl }];
  }

  async call<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<T> {
    const response = await fetch(new URL(path, this.baseUrl), {
      method,
      headers: {
        origin: this.baseUrl,
        'content-type': 'application/json',
        'x-plumbline-as': 'staff',
        ...(this.#cookie ? { cookie: this.#cookie } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      // Of the two that come at sign-in, the session is what a page of theirs needs.
      if (cookie.includes('-staff=')) this.#cookie = cookie.split(';')[0] ?? '';
    }
    const answer = (await response.json()) as Answer<T>;
    if (!answer.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer.error)}`);
    return answer.data;
  }
}
