import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GuideId } from '../../../content/core/base/ids.ts';
import { parseGuide } from '../../../content/core/guide/parse.ts';
import { rebase } from '../../../content/core/suggestion/rebase.ts';
import { fitting } from '../../../content/core/suggestion/standing.ts';
import { linedText, touchesOf } from '../../../content/core/suggestion/touches.ts';
import { baseOf } from '../../support/suggestions.ts';

const source = '# House rules\n\nYou may hide a comment.\n\nKeep a record of it.\n\n- one\n- two\n\nAsk the duty officer.\n\nLast words.\n';
const lined = linedText(source, parseGuide(source, '').blocks, []);
const fitOf = (newest: string, proposed: string) =>
  fitting(
    () => newest,
    () => lined,
  )('house-rules' as GuideId, baseOf(source), proposed, touchesOf(lined, proposed));

test.each([
  ['something else', source.replace('Last', 'First'), source.replace('may', 'must'), 'carried'],
  ['the same words', source.replace('may', 'should'), source.replace('may', 'must'), 'conflict'],
  ['what was proposed', source.replace('may', 'must'), source.replace('may', 'must'), 'taken'],
])('an edition that changed %s', (_, newest, proposed, fit) => {
  expect(fitOf(newest, proposed)).toBe(fit);
});

test('what is told by a glance is what a merge says', () => {
  const lines = source.split('\n');
  const any = fc.constantFrom(
    'Other words.',
    'Ask the duty officer.',
    'You may hide a comment.',
    '',
    '- two',
    'Keep a record of it.\n\nMore.',
  );
  const edits = fc.array(fc.tuple(fc.nat(lines.length - 1), any), { maxLength: 2 });
  const edited = (list: readonly (readonly [number, string])[]) => list.reduce((text, [at, line]) => text.with(at, line), lines).join('\n');
  fc.assert(
    fc.property(edits, edits, (mine, theirs) => {
      const [newest, proposed] = [edited(mine), edited(theirs)];
      if (newest === source || touchesOf(lined, proposed).length === 0) return;
      expect(fitOf(newest, proposed)).toBe(rebase(source, newest, proposed).kind);
    }),
    { numRuns: 2_000 },
  );
});
