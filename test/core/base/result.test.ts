import { expect, it } from 'vitest';
import { fail, ok } from '../../../content/core/base/result.ts';

it('a result is a value or an error, never both', () => {
  expect(ok(1)).toEqual({ ok: true, value: 1 });
  expect(fail({ code: 'NO_SPACE', data: {} })).toEqual({ ok: false, error: { code: 'NO_SPACE', data: {} } });
});
