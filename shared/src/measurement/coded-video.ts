/**
 * What a video call's coding and smaller picture add to the error, as a 95 % half-width in degrees: 1.96 times the root
 * mean square difference of the same trials measured from both was 1.2° (`npm run bench -- coded`, rendered people), rounded
 * up past the furthest one. The rate of pictures is in the ± already.
 */
export const CODED_VIDEO_DEGREES = 1.5;

/** The same reading, row or result, its ± as wide as it is where the picture came over a video call. */
export function fromCodedVideo<T extends { uncertaintyDegrees: number | null }>(measured: T): T {
  const { uncertaintyDegrees } = measured;
  if (uncertaintyDegrees === null) return measured;
  return { ...measured, uncertaintyDegrees: Math.hypot(uncertaintyDegrees, CODED_VIDEO_DEGREES) };
}
