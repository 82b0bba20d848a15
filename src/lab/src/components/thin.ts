export type Point = readonly [x: number, y: number];

/** Points that follow each other: the lowest and the highest of them, and the mean of all. */
interface Bucket {
  low: Point;
  high: Point;
  x: number;
  y: number;
  count: number;
}

/**
 * A line of any length in at most so many points, for the eye: neighbours that fall together leave their lowest and their highest. Points
 * are added one by one, from left to right; each costs the same, however many there are.
 */
export class ThinLine {
  #buckets: Bucket[] = [];
  /** How many points a full bucket holds. */
  #width = 1;

  /** @param most How many points there may be; a multiple of four. */
  constructor(private readonly most = 2000) {}

  add(point: Point): void {
    const one = { low: point, high: point, x: point[0], y: point[1], count: 1 };
    const last = this.#buckets.at(-1);
    if (last && last.count < this.#width) return join(last, one);
    if (this.#buckets.length === this.most / 2) this.#halve();
    this.#buckets.push(one);
  }

  /** The points that are left, from left to right. */
  get points(): readonly Point[] {
    return this.#buckets.flatMap(({ low, high }) => (low === high ? [low] : low[0] < high[0] ? [low, high] : [high, low]));
  }

  /** The mean of every so many points. */
  get means(): readonly Point[] {
    return this.#buckets.map(({ x, y, count }) => [x / count, y / count] as const);
  }

  /** Of how many points each mean is. */
  get width(): number {
    return this.#width;
  }

  #halve(): void {
    const pairs: Bucket[] = [];
    for (const [i, bucket] of this.#buckets.entries()) {
      if (i % 2 === 0) pairs.push(bucket);
      else join(pairs.at(-1)!, bucket);
    }
    this.#buckets = pairs;
    this.#width *= 2;
  }
}

function join(into: Bucket, next: Bucket): void {
  if (next.low[1] < into.low[1]) into.low = next.low;
  if (next.high[1] > into.high[1]) into.high = next.high;
  into.x += next.x;
  into.y += next.y;
  into.count += next.count;
}
