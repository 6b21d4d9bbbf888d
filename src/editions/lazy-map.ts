/** A read-only map whose values are looked up when they are asked for. */

export class LazyMap<V> implements ReadonlyMap<string, V> {
  private readonly find: (key: string) => V | undefined;
  private readonly list: () => Iterable<string>;

  /** `list` gives every key; it is asked only by whoever walks through the map. */
  constructor(find: (key: string) => V | undefined, list: () => Iterable<string>) {
    this.find = find;
    this.list = list;
  }

  get(key: string): V | undefined {
    return this.find(key);
  }

  has(key: string): boolean {
    return this.find(key) !== undefined;
  }

  get size(): number {
    return [...this.list()].length;
  }

  *keys(): MapIterator<string> {
    yield* this.list();
  }

  *entries(): MapIterator<[string, V]> {
    for (const key of this.list()) {
      const value = this.find(key);
      if (value !== undefined) yield [key, value];
    }
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  forEach(act: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this.entries()) act(value, key, this);
  }
}
