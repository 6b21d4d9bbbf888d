/** The distinct sets of windows that the pairs of a table have: some thousands, shared by millions of pairs. */

export interface NumberedSets {
  /** For each node of the tree, the number of its set. */
  numberOf: Uint32Array;
  /** Where each set's windows begin, by its number, and the end. */
  starts: number[];
  windows: number[];
}

interface Node {
  parent: number;
  window: number;
  used: number;
}

/** Sets of windows as the nodes of a tree: a node is a set, its parent the same set without its last window, node 0 the empty set. */
export class WindowSets {
  readonly #windowCount: number;
  readonly #children = new Map<number, number>();
  readonly #nodes: Node[] = [{ parent: 0, window: -1, used: 0 }];

  constructor(windowCount: number) {
    this.#windowCount = windowCount;
  }

  /** The node with one window more. */
  extend(node: number, window: number): number {
    const key = node * this.#windowCount + window;
    let child = this.#children.get(key);
    if (child === undefined) {
      child = this.#nodes.push({ parent: node, window, used: 0 }) - 1;
      this.#children.set(key, child);
    }
    return child;
  }

  /** Counts a pair that has the node's set. */
  count(node: number): void {
    this.#nodes[node]!.used++;
  }

  /** The sets in use, the most frequent first, so that it has the shortest number. */
  byFrequency(): NumberedSets {
    const nodes = this.#nodes;
    const used = [...nodes.keys()].filter((n) => nodes[n]!.used > 0).sort((a, b) => nodes[b]!.used - nodes[a]!.used || a - b);
    const numbered: NumberedSets = { numberOf: new Uint32Array(nodes.length), starts: [0], windows: [] };
    for (const [number, node] of used.entries()) {
      numbered.numberOf[node] = number;
      const windows: number[] = [];
      for (let n = node; n !== 0; n = nodes[n]!.parent) windows.push(nodes[n]!.window);
      numbered.windows.push(...windows.reverse());
      numbered.starts.push(numbered.windows.length);
    }
    return numbered;
  }
}
