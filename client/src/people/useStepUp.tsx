import { type ReactNode, useState } from 'react';
import { ApiProblem, isProblem } from '../http/index.ts';
import { StepUpDialog } from './StepUpDialog.tsx';

interface Asked {
  resolve: () => void;
  reject: (problem: ApiProblem) => void;
}

/** For sensitive changes: where the server asks first that it is still you, a dialog asks, and the change is made after it. */
export function useStepUp(): { withProof: <T>(work: () => Promise<T>) => Promise<T>; dialog: ReactNode } {
  const [asked, setAsked] = useState<Asked | null>(null);

  async function withProof<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!isProblem(error, 'step-up-needed')) throw error;
      await new Promise<void>((resolve, reject) => setAsked({ resolve, reject })).finally(() => setAsked(null));
      return work();
    }
  }

  const dialog = asked ? (
    <StepUpDialog onProved={asked.resolve} onCancel={() => asked.reject(new ApiProblem('step-up-needed', 403))} />
  ) : null;
  return { withProof, dialog };
}
