import { expect, test } from 'vitest';
import { now, versionAt } from '../../content/node/clock.ts';

test('a version is the whole second of its time', () => expect(versionAt(new Date('2026-11-22T12:00:00.999Z'))).toBe(1_795_348_800));
test('the clock is this PC’s', () => expect(Math.abs(now().getTime() - Date.now())).toBeLessThan(1_000));
