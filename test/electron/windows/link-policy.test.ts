import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeLink, type LinkVerdict } from '../../../electron/windows/link-policy.ts';

// What may be handed to the system, with the host or address that the person is shown, and what may not.
const { web, mail, refused } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../fixtures/outside-links.json'), 'utf8')) as {
  readonly web: readonly (readonly [url: string, host: string])[];
  readonly mail: readonly (readonly [url: string, address: string])[];
  readonly refused: readonly string[];
};

describe('an outside link', () => {
  test.each(web)('to %s may be opened, shown as %s', (url, host) => expect(judgeLink(url)).toMatchObject({ kind: 'web', host }));

  test.each(mail)('to %s may be written to, as %s alone', (url, address) =>
    expect(judgeLink(url)).toEqual({ kind: 'mail', href: `mailto:${address}`, address } satisfies LinkVerdict),
  );

  test.each(refused.map((url) => [JSON.stringify(url).slice(0, 80), url] as const))('to %s is refused', (_shown, url) =>
    expect(judgeLink(url).kind).toBe('refused'),
  );

  test('is judged by a table of at least 200', () => expect(web.length + mail.length + refused.length).toBeGreaterThanOrEqual(200));

  test('that is opened is always https to the host that is shown, or one address', () => {
    const text = fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.string(),
      fc.tuple(fc.constantFrom('https://', 'mailto:', 'https:', '//'), fc.string()).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (url) => {
        const verdict = judgeLink(url);
        if (verdict.kind === 'web') {
          const parsed = new URL(verdict.href);
          expect([parsed.protocol, parsed.host, parsed.username]).toEqual(['https:', verdict.host, '']);
        } else if (verdict.kind === 'mail') expect(verdict.href).toMatch(/^mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+$/);
      }),
      { numRuns: 2_000 },
    );
  });
});
