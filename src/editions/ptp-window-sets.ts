/** The distinct sets of windows that the pairs of a table have: few thousand, shared by millions of pairs. */

/** Sets of windows as the nodes of a tree: a node is a set, its parent the same set without its last window, the root the empty set. */
export class WindowSets {
  readonly #windowCount: number;
  readonly #children = new Map<number, number>();
  readonly #nodes: { parent: number; window: number; used: number }[] = [{ parent: 0, window: -1, used: 0 }];

  constructor(windowCount: number) {
    this.#windowCount = windowCount;
  }

  /** The set with one window more. */
  extend(set: number, window: number): number {
    const key = set * this.#windowCount + window;
    let child = this.#children.get(key);
    if (child === undefined) {
      child = this.#nodes.push({ parent: set, window, used: 0 }) - 1;
      this.#children.set(key, child);
    }
    return child;
  }

  count(set: number): void {
    this.#nodes[set]!.used++;
  }

  /** The sets in use, the most frequent first, so that it has the shortest number. */
  byFrequency(): { sets: number[][]; placeOf: Uint32Array } {
    const used = [...this.#nodes.keys()].filter((n) => this.#nodes[n]!.used > 0);
    used.sort((a, b) => this.#nodes[b]!.used - this.#nodes[a]!.used || a - b);
    const placeOf = new Uint32Array(this.#nodes.length);
    for (const [place, node] of used.entries()) placeOf[node] = place;
    return { sets: used.map((node) => this.#windowsOf(node)), placeOf };
  }

  #windowsOf(node: number): number[] {
    const windows: number[] = [];
    for (let n = node; n !== 0; n = this.#nodes[n]!.parent) windows.unshift(this.#nodes[n]!.window);
    return windows;
  }
}
