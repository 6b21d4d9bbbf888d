/** A token bucket for each client: so many requests at once, so many a minute; old clients are forgotten. */

export interface RateLimit {
  /** 0 when the request may pass, else the seconds to wait. */
  take(client: string, now: number): number;
  size(): number;
}

interface Bucket { left: number; at: number }

/** `perMinute` 0 means no limit. At most `mostClients` are remembered; the one not seen for longest goes first. */
export function createRateLimit(perMinute: number, burst = Math.max(10, Math.ceil(perMinute / 6)), mostClients = 10_000): RateLimit {
  const buckets = new Map<string, Bucket>();
  const perMs = perMinute / 60_000;
  const look = (client: string, now: number): Bucket => {
    const bucket = buckets.get(client);
    return bucket ? { left: Math.min(burst, bucket.left + (now - bucket.at) * perMs), at: now } : { left: burst, at: now };
  };
  const wait = (bucket: Bucket): number => (bucket.left >= 1 ? 0 : Math.max(1, Math.ceil((1 - bucket.left) / perMs / 1000)));
  return {
    take(client, now) {
      if (perMinute <= 0) return 0;
      const bucket = look(client, now);
      const seconds = wait(bucket);
      if (seconds === 0) bucket.left -= 1;
      buckets.delete(client);
      buckets.set(client, bucket);
      if (buckets.size > mostClients) buckets.delete(buckets.keys().next().value!);
      return seconds;
    },
    size: () => buckets.size,
  };
}

/** The name under which an address counts: an IPv6 client holds a whole /64, so that is what counts. */
export function clientOf(address: string | undefined): string {
  if (address === undefined) return 'unknown';
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = tail === undefined ? left : [...left, ...Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0'), ...right];
  return `${groups.slice(0, 4).map((g) => g.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
