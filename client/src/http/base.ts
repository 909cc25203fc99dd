/** The path this installation is mounted under, with a slash at its end: `/`, or `/demo/`. */
export function basePath(): string {
  return new URL(document.baseURI).pathname;
}

export type Side = 'staff' | 'patient';

let side: Side = 'staff';

/** Says once, when a page starts, which of the browser's two credentials it uses. */
export function actAs(wanted: Side): void {
  side = wanted;
}

export function actingAs(): Side {
  return side;
}
