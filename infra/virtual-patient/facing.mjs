// @ts-check

/** A person who faces a wall is seen from behind. */
const FROM_BEHIND = ['wall-slide', 'wall-push-up'];

/** Degrees the figure turns so that this much of its side is seen and no wall is in between. @param {string} id @param {number} degrees */
export function turned(id, degrees) {
  return FROM_BEHIND.includes(id) ? 180 - degrees : degrees;
}
