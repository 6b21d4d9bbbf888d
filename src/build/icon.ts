/** The icon: a claim form with its lines on a green tile, and a tick. Drawn from distances, so that edges are smooth. */
import { png } from './png.ts';

type Colour = readonly [red: number, green: number, blue: number];
type Shape = (x: number, y: number) => number;

const green: Colour = [15, 92, 86];
const paper: Colour = [250, 250, 246];
const ink: Colour = [176, 199, 195];
const tick: Colour = [232, 138, 42];

/** Below zero inside a rectangle with round corners. */
const box = (cx: number, cy: number, halfWidth: number, halfHeight: number, round: number): Shape => (x, y) => {
  const dx = Math.abs(x - cx) - halfWidth + round;
  const dy = Math.abs(y - cy) - halfHeight + round;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - round;
};
/** Below zero inside a stroke with round ends. */
const stroke = (ax: number, ay: number, bx: number, by: number, half: number): Shape => (x, y) => {
  const t = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)));
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)) - half;
};
const either = (a: Shape, b: Shape): Shape => (x, y) => Math.min(a(x, y), b(x, y));

/** In a square of 512, from the back to the front. */
const layers: readonly (readonly [Shape, Colour])[] = [
  [box(256, 256, 240, 240, 96), green],
  [box(240, 250, 128, 168, 20), paper],
  [box(216, 150, 72, 12, 12), ink],
  [box(240, 206, 96, 12, 12), ink],
  [box(240, 262, 96, 12, 12), ink],
  [box(196, 318, 52, 12, 12), ink],
  [either(stroke(262, 338, 318, 396, 26), stroke(318, 396, 424, 264, 26)), tick],
];

/** The icon as a PNG file of 512 by 512 pixels. */
export function icon(): Buffer {
  const size = 512;
  const pixels = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      let [r, g, b, opacity] = [0, 0, 0, 0];
      for (const [shape, colour] of layers) {
        const cover = Math.max(0, Math.min(1, 0.5 - shape(x + 0.5, y + 0.5)));
        const kept = opacity * (1 - cover);
        const sum = cover + kept;
        if (sum === 0) continue;
        [r, g, b] = [(colour[0] * cover + r * kept) / sum, (colour[1] * cover + g * kept) / sum, (colour[2] * cover + b * kept) / sum];
        opacity = sum;
      }
      pixels.set([Math.round(r), Math.round(g), Math.round(b), Math.round(opacity * 255)], (y * size + x) * 4);
    }
  }
  return png(size, size, pixels);
}
