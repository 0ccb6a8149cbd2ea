/**
 * The transform (SVG's `matrix`) that sets such a picture upright in a frame of this size, when it is drawn at `width`
 * and `height` as they come back.
 */
export function uprightTransform(
  orientation: number,
  width: number,
  height: number,
): { matrix: string; width: number; height: number } {
  const matrices: Record<number, readonly number[]> = {
    1: [1, 0, 0, 1, 0, 0],
    2: [-1, 0, 0, 1, width, 0],
    3: [-1, 0, 0, -1, width, height],
    4: [1, 0, 0, -1, 0, height],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, 1, -1, 0, width, 0],
    7: [0, -1, -1, 0, width, height],
    8: [0, -1, 1, 0, 0, height],
  };
  const matrix = `matrix(${(matrices[orientation] ?? matrices[1]!).join(' ')})`;
  return orientation >= 5 ? { matrix, width: height, height: width } : { matrix, width, height };
}
