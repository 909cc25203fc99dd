/** A set of listeners that can leave again. */
export function createSubscriptions<T>(): { add(listener: (value: T) => void): () => void; tell(value: T): void } {
  const listeners = new Set<(value: T) => void>();
  return {
    add(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(value) {
      for (const listener of listeners) listener(value);
    },
  };
}
