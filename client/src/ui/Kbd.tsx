/** A key of the keyboard, beside the words it stands for. Screen readers hear `aria-keyshortcuts` of the control instead. */
export function Kbd({ children }: { children: string }) {
  return (
    <span className="kbd" aria-hidden="true">
      {children}
    </span>
  );
}
