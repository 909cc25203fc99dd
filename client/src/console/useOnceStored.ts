import { useEffect, useState } from 'react';

/** True from when `holds` is so and the server has it (`pending` entries are all delivered), until it holds no more. */
export function useOnceStored(holds: boolean, pending: number): boolean {
  const [isStored, setStored] = useState(false);
  useEffect(() => {
    if (!holds) setStored(false);
    else if (pending === 0) setStored(true);
  }, [holds, pending]);
  return isStored && holds;
}
