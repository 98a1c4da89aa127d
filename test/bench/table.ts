// The figures of a run as a table for people; the JSON has them all.
import { round, type Spread } from './stats.ts';

/** One line per ratio with its target, then every measured spread below. */
export function table(
  ratios: Readonly<Record<string, number>>,
  targets: Readonly<Record<string, string>>,
  raw: Readonly<Record<string, unknown>>,
): string {
  const lines = ['', 'ratio            measured  target  reached'];
  for (const [name, value] of Object.entries(ratios)) {
    const target = targets[name] ?? '';
    const bound = Number(target.replace(/[^\d.]/g, ''));
    const reached = target.startsWith('<=') ? value <= bound : value >= bound;
    lines.push(`${name.padEnd(16)} ${String(value).padStart(8)}  ${target.padEnd(6)}  ${reached ? 'yes' : 'NO'}`);
  }
  lines.push('', ...spreads('', raw));
  return lines.join('\n');
}

function spreads(prefix: string, value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [`${prefix}: ${typeof value === 'number' ? round(value) : String(value)}`];
  if (isSpread(value)) {
    const unit = prefix.endsWith('Bytes') ? 2 ** 20 : 1;
    const name = unit === 1 ? prefix : prefix.replace(/Bytes$/, 'MiB');
    return [
      `${name}: median ${round(value.median / unit)}, p95 ${round(value.p95 / unit)}, max ${round(value.max / unit)} (${value.samples} samples)`,
    ];
  }
  return Object.entries(value).flatMap(([key, inner]) => spreads(prefix ? `${prefix}.${key}` : key, inner));
}

function isSpread(value: object): value is Spread {
  return 'median' in value && 'p95' in value && 'samples' in value;
}
