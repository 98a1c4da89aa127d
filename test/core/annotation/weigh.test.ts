import { expect, test } from 'vitest';
import { scalesOf } from '../../../content/core/annotation/weigh.ts';

test('a rare word weighs more than a common one, whatever its case, and none weighs nothing', () => {
  const { weigh } = scalesOf('the rules the guide', 'The the THE sergeant');
  expect(weigh('sergeant')).toBeGreaterThan(weigh('the'));
  expect(weigh('THE')).toBe(weigh('the'));
  expect(weigh('the')).toBeGreaterThan(0);
  expect(weigh('unheard')).toBe(weigh('sergeant'));
});
