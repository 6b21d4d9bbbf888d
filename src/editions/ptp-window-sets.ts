/** The distinct sets of windows that the pairs of a table have: some thousands, shared by millions of pairs. */

export interface NumberedSets {
  /** Where each frequent set's windows begin, and the end. */
  starts: number[];
  windows: number[];
  /** For each node of the tree, the number of its set plus one; 0 for a set too rare for a number. */
  numberOf: Uint32Array;
}

/** A set that so few pairs have is written out with each of them, which takes less room than a place in the list; its count must fit one byte. */
const RARE = 4;
const LONGEST_RARE = 127;

interface Node {
  parent: number;
  window: number;
  /** Windows of the set. */
  length: number;
  used: number;
}

/** Sets of windows as the nodes of a tree: a node is a set, its parent the same set without its last window, node 0 the empty set. */
export class WindowSets {
  readonly #windowCount: number;
  readonly #children = new Map<number, number>();
  readonly #nodes: Node[] = [{ parent: 0, window: -1, length: 0, used: 0 }];

  constructor(windowCount: number) {
    this.#windowCount = windowCount;
  }

  /** The node with one window more. */
  extend(node: number, window: number): number {
    const key = node * this.#windowCount + window;
    let child = this.#children.get(key);
    if (child === undefined) {
      child = this.#nodes.push({ parent: node, window, length: this.#nodes[node]!.length + 1, used: 0 }) - 1;
      this.#children.set(key, child);
    }
    return child;
  }

  /** Counts a pair that has the node's set. */
  count(node: number): void {
    this.#nodes[node]!.used++;
  }

  /** The sets with a number, the most frequent first, so that it has the shortest one. */
  byFrequency(): NumberedSets {
    const nodes = this.#nodes;
    const frequent = [...nodes.keys()].filter((n) => nodes[n]!.used > RARE || (nodes[n]!.used > 0 && nodes[n]!.length > LONGEST_RARE)).sort((a, b) => nodes[b]!.used - nodes[a]!.used || a - b);
    const numbered: NumberedSets = { numberOf: new Uint32Array(nodes.length), starts: [0], windows: [] };
    for (const [number, node] of frequent.entries()) {
      numbered.numberOf[node] = number + 1;
      numbered.windows.push(...this.windowsOf(node));
      numbered.starts.push(numbered.windows.length);
    }
    return numbered;
  }

  /** The windows of the node's set, in order. */
  windowsOf(node: number): number[] {
    const windows: number[] = [];
    for (let n = node; n !== 0; n = this.#nodes[n]!.parent) windows.push(this.#nodes[n]!.window);
    return windows.reverse();
  }
}
