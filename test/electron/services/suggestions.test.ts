import type { ChildProcess } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { proposedSource } from '../../../content/core/suggestion/model.ts';
import { suggestionHandlers } from '../../../electron/services/suggestions.ts';
import { firstRules, heldText, noteScene, rules } from '../../support/note-scene.ts';
import { realProcess, watched } from '../../support/notes-process.ts';
import { author, beginning, deskOver, typing } from '../../support/suggest-scene.ts';
import { idOf } from '../../support/suggestions.ts';

const { author: _, ...asked } = beginning(1);

describe('calls of the window about suggestions', () => {
  test('are answered by the notes process; who it is from and whether there is a share is added here', async () => {
    const desk = deskOver(await noteScene({ rules: firstRules }));
    const handlers = suggestionHandlers({ call: desk.session.call, author: () => author, hasShare: () => true });
    const kept = await handlers['suggestions.begin'](asked);
    expect(kept.draft.suggestion.author).toEqual(author);
    expect(kept.blocks).toEqual((await heldText(desk.scene, rules)).blocks.map(({ id }) => id));
    const saved = await handlers['suggestions.save']({ ...typing(kept, (source) => `${source}\nMore.\n`), why: 'So', ready: true });
    expect(saved).toMatchObject({ state: 'ready', missing: [], parted: null });
    expect(await handlers['suggestions.counts']({})).toEqual({ drafts: 1, sent: 0, answered: 0, conflicts: 0 });
    expect(await handlers['suggestions.all']({})).toMatchObject({ rows: [{ id: idOf(1), state: 'ready' }], hasShare: true });
    expect(await handlers['suggestions.guide']({ guide: rules, edition: 0 })).toMatchObject({ drafts: [{ id: idOf(1) }], open: [] });
    expect(await handlers['suggestions.settle']({ id: idOf(1), how: 'seen', source: null })).toMatchObject({ draft: { moved: null } });
    expect(await handlers['suggestions.delete']({ ids: [idOf(1)] })).toBeNull();
    expect(await handlers['suggestions.restore']({ ids: [idOf(1)] })).toBeNull();
    const open = await handlers['suggestions.open']({ id: idOf(1) });
    expect(proposedSource(open.draft.suggestion)).toContain('More.');
  });

  test('are asked again when the process dies before or after it wrote, and nothing is there twice', { timeout: 60_000 }, async () => {
    const scene = await noteScene({ rules: firstRules });
    const children: ChildProcess[] = [];
    const { service, forks } = watched(() => realProcess(children), { start: scene.start, timeoutMs: 20_000 });
    const handlers = suggestionHandlers({ call: service.call, author: () => author, hasShare: () => false });
    const kept = await handlers['suggestions.begin']({ ...asked, why: 'die late once' });
    expect([forks(), kept.draft.suggestion.why]).toEqual([2, 'die late once']);
    const early = await handlers['suggestions.save']({ ...typing(kept, (source) => `${source}\nOne.\n`), why: 'die early once' });
    expect(forks()).toBe(3);
    const open = await handlers['suggestions.open']({ id: idOf(1) });
    expect(open.draft.clock).toEqual(early.clock);
    // In its hands: the save before it is answered, and a deletion.
    const last = handlers['suggestions.save'](typing(open, (source) => `${source}\nTwo.\n`));
    children.at(-1)?.kill('SIGKILL');
    expect(await last).toMatchObject({ parted: null });
    const { rows, aside, unread } = await handlers['suggestions.all']({});
    expect(rows.map(({ id }) => id)).toEqual([idOf(1)]);
    expect([...aside, ...unread]).toEqual([]);
    const { draft } = await handlers['suggestions.open']({ id: idOf(1) });
    expect(proposedSource(draft.suggestion)?.match(/One\.|Two\./g)).toEqual(['One.', 'Two.']);
  });
});
