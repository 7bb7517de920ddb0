/**
 * The first position, in a direction, that holds exactly: what floats found is only where to look first.
 *
 * For a target that stays reached once it is, the answer does not depend on the guess; a good guess costs two
 * exact readings, the worst about twice as many as the digits, in base two, of the number of positions.
 */
const FASTER = 4;

/**
 * @param guess where floats say that it first holds, from 0 to `last`
 * @returns a position that holds while the one before does not (or is not there); undefined when none was found
 */
export function settle(
  holds: (position: number) => boolean,
  guess: number,
  last: number,
): number | undefined {
  let failing = -1;
  let holding = last + 1;
  if (holds(guess)) {
    holding = guess;
    for (let distance = 1; holding > failing + 1; distance *= FASTER) {
      const tried = Math.max(0, holding - distance);
      if (!holds(tried)) {
        failing = tried;
        break;
      }
      holding = tried;
    }
  } else {
    failing = guess;
    for (let distance = 1; failing < last; distance *= FASTER) {
      const tried = Math.min(last, failing + distance);
      if (holds(tried)) {
        holding = tried;
        break;
      }
      failing = tried;
    }
    if (holding > last) return undefined;
  }
  while (holding - failing > 1) {
    const tried = Math.floor((failing + holding) / 2);
    if (holds(tried)) holding = tried;
    else failing = tried;
  }
  return holding;
}
