import { expect, it } from 'vitest';
import { assertNever } from '../../../content/core/base/assert-never.ts';

it('a case that was forgotten stops loudly, should a value ever get past the compiler', () => {
  expect(() => assertNever('new kind' as never)).toThrow('new kind');
});
