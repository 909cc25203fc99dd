import type { AddedPasskey, SignedByPasskey } from '@plumbline/shared/people';
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { ApiProblem } from '../http/index.ts';

export const canUsePasskeys = browserSupportsWebAuthn;

/** Makes a passkey. Throws `known-passkey` where this device holds one of the account, `passkey-cancelled` where nobody agreed. */
export async function makePasskey(options: { challenge: string }): Promise<AddedPasskey> {
  const made = startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON });
  const { id, rawId, type, response } = await made.catch(fail);
  const { clientDataJSON, attestationObject, transports = [] } = response;
  return { id, rawId, type, response: { clientDataJSON, attestationObject, transports } };
}

/** Signs with a passkey. Throws `passkey-cancelled` where nobody agreed. */
export async function signWithPasskey(options: { challenge: string }): Promise<SignedByPasskey> {
  const signed = startAuthentication({ optionsJSON: options });
  const { id, rawId, type, response } = await signed.catch(fail);
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  return { id, rawId, type, response: { clientDataJSON, authenticatorData, signature, userHandle } };
}

/** The account a passkey was made for; it is the passkey that says so. */
export function accountOf({ response }: SignedByPasskey): string | undefined {
  if (!response.userHandle) return undefined;
  return atob(response.userHandle.replace(/-/g, '+').replace(/_/g, '/'));
}

function fail(error: unknown): never {
  const isKnown = error instanceof Error && error.name === 'InvalidStateError';
  throw new ApiProblem(isKnown ? 'known-passkey' : 'passkey-cancelled', 0);
}
