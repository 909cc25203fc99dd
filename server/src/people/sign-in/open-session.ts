import { SESSION_MS } from '@plumbline/shared/people';
import Bowser from 'bowser';
import { v7 as uuid } from 'uuid';
import { appendAudit } from '../../audit/index.ts';
import { createToken } from '../../crypto/token.ts';
import type { Scope } from '../../database/database.ts';
import type { Exchange } from '../../registry/registry.ts';
import { rememberBrowser } from './known-browsers.ts';
import { describeStaff, type StaffMe } from './me.ts';

export interface Opening {
  accountId: string;
  hasSecondFactor: boolean;
  /** One this account had in this browser before. */
  deviceId?: string | undefined;
  /** What stands in the audit log. */
  action: string;
}

/** Secrets of a new session; to be handed to the browser once the transaction is committed. */
export interface Opened {
  me: StaffMe;
  handOver(): void;
}

/** Opens a session for whoever has proved who they are, in the scope's transaction with its audit entry. */
export async function openSession(scope: Scope, exchange: Exchange, opening: Opening): Promise<Opened> {
  const { app, address, agent } = exchange;
  const { accountId, hasSecondFactor } = opening;
  const { token, hash } = createToken();
  const now = new Date(app.clock.nowMs());
  const deviceId = await staffDevice(scope, accountId, opening.deviceId);
  await scope.tx
    .insertInto('staff_session')
    .values({
      token_hash: hash,
      clinic_id: scope.clinicId,
      account_id: accountId,
      device_id: deviceId,
      created_at: now,
      last_seen_at: now,
      proved_at: now,
      second_factor: hasSecondFactor,
      expires_at: new Date(now.getTime() + SESSION_MS),
      address,
      ...describeAgent(agent),
    })
    .execute();
  const browserToken = await rememberBrowser(scope, exchange, accountId);
  await appendAudit(scope, { action: opening.action, subjectId: accountId, address });
  const me = await describeStaff(scope, app, { accountId, deviceId, hasSecondFactor });
  return {
    me,
    handOver() {
      exchange.setCookie('staff', token, SESSION_MS);
      browserToken.handOver();
    },
  };
}

/** Browser and system as they call themselves; the rest of the line is nobody's business. */
function describeAgent(agent: string): { browser: string | null; system: string | null } {
  if (!agent) return { browser: null, system: null };
  const { browser, os } = Bowser.parse(agent.slice(0, 500));
  return { browser: browser.name?.slice(0, 40) || null, system: os.name?.slice(0, 40) || null };
}

/** The device this browser had before, if it was this account's, else a new one. */
async function staffDevice({ tx, clinicId }: Scope, accountId: string, known: string | undefined): Promise<string> {
  if (known) {
    const row = await tx
      .selectFrom('device')
      .select('id')
      .where('clinic_id', '=', clinicId)
      .where('id', '=', known)
      .where('account_id', '=', accountId)
      .executeTakeFirst();
    if (row) return row.id;
  }
  const id = uuid();
  await tx
    .insertInto('device')
    .values({ clinic_id: clinicId, id, account_id: accountId, patient_id: null, credential_hash: null })
    .execute();
  return id;
}
