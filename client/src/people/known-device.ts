import { basePath } from '../http/index.ts';

/** Where this browser keeps the device that an account had here, so that its undelivered events keep their numbers. `who` is the email address or the account's id; it is kept only as a hash. */
async function placeOf(who: string): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null;
  const bytes = new TextEncoder().encode(who.trim().toLowerCase());
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = [...hash.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `plumbline.device.${basePath()}.${hex}`;
}

/** The device id this account had in this browser, if any. */
export async function knownDevice(who: string): Promise<string | undefined> {
  try {
    const place = await placeOf(who);
    return (place && localStorage.getItem(place)) || undefined;
  } catch {
    return undefined;
  }
}

export async function rememberDevice(who: string, deviceId: string): Promise<void> {
  try {
    const place = await placeOf(who);
    if (place) localStorage.setItem(place, deviceId);
  } catch {
    // Without storage the next sign-in is a new device: nothing is lost, only renumbered.
  }
}
