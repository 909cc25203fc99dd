export interface HoldOptions {
  /** Takes the hold from the tab that has it. */
  steal: boolean;
  /** Lets go. */
  signal: AbortSignal;
  onBusy(): void;
  whileHeld(): Promise<void>;
  /** Another tab has taken it. */
  onStolen(): void;
}

/** Holds `name` for this tab alone (Web Locks) until the signal comes or another tab takes it. */
export async function holdDevice(name: string, options: HoldOptions): Promise<void> {
  const { signal } = options;
  const held = async (lock: Lock | null) => {
    if (!lock) {
      options.onBusy();
      return;
    }
    if (signal.aborted) return;
    const letGo = new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener('abort', () => resolve(), { once: true });
    });
    // Whoever leaves lets go at once, whatever is still under way.
    await Promise.race([options.whileHeld().then(() => letGo), letGo]);
  };
  // Browsers without Web Locks (before 2022) get no protection against a second tab; the server still stores once.
  if (!navigator.locks) return held({ name, mode: 'exclusive' });
  try {
    if (options.steal) await navigator.locks.request(name, { steal: true }, held);
    else await requestPatiently(name, held, signal);
  } catch (error) {
    if (signal.aborted) return;
    if ((error as DOMException).name === 'AbortError') options.onStolen();
    else throw error;
  }
}

const PATIENCE_MS = 600;

/** A page that reloads still holds its own lock for a moment: waits that long before calling it another tab's. */
async function requestPatiently(
  name: string,
  held: (lock: Lock | null) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  let entered = false;
  try {
    await navigator.locks.request(name, { signal: patience }, (lock) => {
      entered = true;
      return held(lock);
    });
  } catch (error) {
    if (entered || signal.aborted) throw error;
    await held(null);
  }
}
