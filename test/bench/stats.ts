// Order statistics of measured samples. Milliseconds unless the caller says otherwise.
export interface Spread {
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  readonly min: number;
  readonly max: number;
  readonly samples: number;
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), p99: at(0.99), min: at(0), max: at(1), samples: sorted.length };
}

export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
