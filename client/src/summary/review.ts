import { createContext, useContext } from 'react';
import type { Commands } from '../console/index.ts';

/** What the therapist can do with the record after the visit. */
export interface Review {
  commands: Commands;
  /** The trial that is being corrected. */
  amending: string | null;
  onAmend: (trialId: string | null) => void;
}

/** Null while the record is only read. */
export const ReviewContext = createContext<Review | null>(null);

export function useReview(): Review | null {
  return useContext(ReviewContext);
}
