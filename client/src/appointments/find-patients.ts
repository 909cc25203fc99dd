interface Named {
  displayName: string;
}

/** Those whose name holds every word typed, whatever the accents and capitals. */
export function findPatients<P extends Named>(patients: readonly P[], typed: string): readonly P[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return patients.filter(({ displayName }) => words.every((word) => plain(displayName).includes(word)));
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}
