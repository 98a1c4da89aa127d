import { describe, expect, it } from 'vitest';
import { compareFields, compareGuide } from '../../../content/core/pack/compare-guide.ts';
import { guideMd } from '../../support/sources.ts';

const body =
  '## Page\n\nOpen the page and check the name.\n\nAsk [the team](https://example.org/a) before you post anything there.\n\n- One thing\n- Another thing\n';
const compare = (edit: (text: string) => string) =>
  compareGuide(guideMd('page', 'facebook', body), edit(guideMd('page', 'facebook', body)));
const changes = (edit: (text: string) => string) => compare(edit).blocks.map(({ change, kind, heading }) => `${change} ${kind} ${heading}`);

describe('one guide in two editions', () => {
  it('is the same when it is', () => {
    expect(compare((text) => text)).toEqual({ fields: [], blocks: [], lines: [] });
  });

  it('shows a reworded block word by word, under its heading', () => {
    const { blocks, lines } = compare((text) => text.replace('check the name', 'check the address'));
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toMatchObject({ change: 'reworded', kind: 'paragraph', heading: 'Page' });
    expect(blocks[0]?.parts).toContainEqual({ kind: 'added', text: 'address.' });
    expect(lines).toEqual([]);
  });

  it('shows a link whose target changed although no word did', () => {
    const { blocks } = compare((text) => text.replace('example.org/a', 'evil.example/a'));
    expect(blocks).toMatchObject([{ change: 'markup', kind: 'paragraph' }]);
    expect(blocks[0]?.parts.some(({ kind, text }) => kind === 'added' && text.includes('evil.example'))).toBe(true);
  });

  it('shows what came and what went', () => {
    expect(changes((text) => text.replace('- Another thing\n', ''))).toEqual(['gone list-item Page']);
    expect(changes((text) => `${text}\nA wholly new paragraph about something else entirely.\n`)).toEqual(['new paragraph Page']);
  });

  it('shows a link definition that no block holds', () => {
    const { blocks, lines } = compare((text) => `${text}\n[unused]: https://evil.example/\n`);
    expect([blocks, lines.map(({ text }) => text)]).toEqual([[], ['[unused]: https://evil.example/']]);
  });

  it('shows fields of the front matter', () => {
    const { fields, lines } = compare((text) => text.replace('status: draft', 'status: withdrawn'));
    expect([fields, lines]).toEqual([[{ field: 'status', before: 'draft', after: 'withdrawn' }], []]);
  });

  it('spells nested fields whole', () => {
    expect(compareFields({ a: [1], b: null }, { a: [1, 2], c: 'x' })).toEqual([
      { field: 'a', before: '[1]', after: '[1,2]' },
      { field: 'c', before: '', after: 'x' },
    ]);
  });
});
