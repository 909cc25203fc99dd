import {
  getProfile,
  type Profile,
  type ProfileField,
  profile as profileSchema,
  reconcileProfiles,
  type WrittenProfile,
  writeProfile,
} from '@plumbline/shared/people';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call, isProblem } from '../http/index.ts';

export interface Conflict {
  field: ProfileField;
  ours: Profile;
  theirs: Profile;
}

/** A profile being written. Where somebody else wrote it meanwhile, both are brought together, and what both changed is asked. */
export function useProfileDraft(
  written: WrittenProfile,
  onSaved: (before: WrittenProfile, now: WrittenProfile) => void,
) {
  const [base, setBase] = useState(written);
  const [draft, setDraft] = useState<Profile>(written.profile);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const [met, setMet] = useState<{ author: string; conflicts: Conflict[] } | null>(null);
  const { patientId } = written;

  const save = useMutation({
    mutationFn: async (profile: Profile) => {
      try {
        return await call(writeProfile, { params: { patientId }, body: { version: base.version, profile } });
      } catch (error) {
        if (!isProblem(error, 'version-conflict')) throw error;
        const theirs = await call(getProfile, { params: { patientId } });
        const reconciled = reconcileProfiles(base.profile, profile, theirs.profile);
        const conflicts = reconciled.conflicts.map((field) => ({ field, ours: profile, theirs: theirs.profile }));
        setMet({ author: theirs.writtenBy ?? '', conflicts });
        setBase(theirs);
        setDraft(reconciled.profile);
        return null;
      }
    },
    onSuccess: (saved) => saved && onSaved(base, saved),
  });

  return {
    draft,
    /** Paths of what is not right, such as `surgeries.0.when`. */
    wrong,
    met,
    error: save.error,
    isSaving: save.isPending,
    change: (changes: Partial<Profile>) => setDraft((before) => ({ ...before, ...changes })),
    decide: ({ field, ours, theirs }: Conflict, whose: 'ours' | 'theirs') =>
      setDraft((before) => ({ ...before, [field]: (whose === 'ours' ? ours : theirs)[field] })),
    save: () => {
      const parsed = profileSchema.safeParse(draft);
      setWrong(new Set(parsed.error?.issues.map(({ path }) => path.join('.'))));
      if (parsed.success) save.mutate(parsed.data);
    },
  };
}
