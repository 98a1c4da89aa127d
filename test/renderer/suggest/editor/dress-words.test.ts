import { expect, test } from 'vitest';
import { dressWords } from '../../../../renderer/suggest/editor/dress-words.ts';
import type { Dress } from '../../../../renderer/suggest/editor/runs.ts';

const plain: Dress = { styles: [], target: '' };
const link = (target: string): Dress => ({ styles: ['link'], target });

test.each([
  [plain, { styles: ['strong'], target: '' }, 'now bold'],
  [{ styles: ['strong'], target: '' }, { styles: ['em'], target: '' }, 'now italic, no longer bold'],
  [plain, link('guide:a'), 'now a link'],
  [link('guide:a'), plain, 'no longer a link'],
  [link('guide:a'), link('guide:b'), 'leads to guide:b, before to guide:a'],
] as const)('says what became of words', (was, now, said) => expect(dressWords(was as Dress, now as Dress)).toBe(said));
