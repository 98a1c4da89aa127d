import { describe, expect, test } from 'vitest';
import { anchorAt } from '../../../content/core/annotation/anchor-text.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { type LocalStore, openLocalStore } from '../../../content/node/local-store.ts';
import { openNoteTexts, sectionAt } from '../../../electron/workers/notes-texts.ts';
import { firstRules, type NoteScene, noteScene, rules, secondRules } from '../../support/note-scene.ts';
import { sampleNote } from '../../support/notes.ts';

/** The texts over the real store, and how often a guide was opened. */
async function opened(scene: NoteScene) {
  const asked: string[] = [];
  const log: string[] = [];
  const texts = openNoteTexts({
    open: async () => {
      const store = await openLocalStore(scene.store);
      const openGuide: LocalStore['openGuide'] = (id, edition) => {
        asked.push(`${id} ${edition}`);
        return store.openGuide(id, edition);
      };
      const openResponses: LocalStore['openResponses'] = (channel) => store.openResponses(channel);
      return { held: () => store.held(), reload: () => store.reload(), openGuide, openResponses };
    },
    log: (code) => log.push(code),
  });
  await texts.reload();
  return { texts, asked, log };
}

describe('texts of editions', () => {
  test('are those of the verified guides, with their digest and headings', async () => {
    const scene = await noteScene({ rules: firstRules });
    const { texts } = await opened(scene);
    expect(texts.guides()).toEqual(['rules']);
    expect([texts.title(rules), texts.title('none' as never)]).toEqual(['Guide rules', null]);
    const newest = await texts.newest(rules);
    const { source, seal } = await (await openLocalStore(scene.store)).openGuide(rules);
    expect(newest).toMatchObject({ title: 'Guide rules', ref: { version: seal.version, digest: sha256(source) } });
    if (!newest) throw new Error('not held');
    expect([0, newest.text.text.indexOf('Publish'), newest.text.text.indexOf('Delete')].map((place) => sectionAt(newest, place))).toEqual([
      'House rules',
      'House rules',
      'Keeping',
    ]);
    expect(sectionAt({ ...newest, sections: [] }, 3)).toBeNull();
  });

  test('of earlier editions are at hand while this PC has them, and each is taken apart once', async () => {
    const scene = await noteScene({ rules: firstRules });
    const { texts, asked } = await opened(scene);
    const old = await texts.newest(rules);
    const version = await scene.publish({ rules: secondRules });
    await texts.reload();
    const [newest, again, earlier] = await Promise.all([
      texts.newest(rules),
      texts.edition(rules, version),
      texts.edition(rules, old?.ref.version ?? 0),
    ]);
    expect(newest?.ref.version).toBe(version);
    expect(again).toBe(newest);
    expect(earlier).toEqual(old);
    expect(await texts.edition(rules, 77)).toBeNull();
    expect(await texts.newest('none' as never)).toBeNull();
    expect(asked.filter((one) => one === `rules ${version}`)).toHaveLength(1);
  });

  test('place notes of editions with other words than their digest says by their quote alone', async () => {
    const scene = await noteScene({ rules: firstRules });
    const { texts } = await opened(scene);
    const old = await texts.newest(rules);
    await scene.publish({ rules: secondRules });
    await texts.reload();
    const newest = await texts.newest(rules);
    if (!old || !newest) throw new Error('not held');
    const start = old.text.text.indexOf('breaks the rules');
    const anchor = anchorAt(old.text, [start, start + 60], old.ref);
    if (!anchor) throw new Error('no words');
    const note = sampleNote({ guide: rules, anchor });
    const forged = { ...note, anchor: { ...anchor, edition: { ...old.ref, digest: 'f'.repeat(64) } } };
    const place = await texts.placer(rules, newest, [note, forged]);
    expect(place(note)).toMatchObject({ met: 'reworded', note: { anchor: { edition: newest.ref } } });
    expect(place(forged).note.anchor).toMatchObject({ exact: expect.stringContaining('breaks the published rules') });
    expect(await texts.placer(rules, newest, [note])).toBe(place);
  });

  test('that cannot be read are none, and that is logged', async () => {
    const scene = await noteScene({ rules: firstRules });
    const log: string[] = [];
    const store = await openLocalStore(scene.store);
    const texts = openNoteTexts({
      open: async () => ({
        held: () => store.held(),
        reload: async () => undefined,
        openGuide: () => Promise.reject(new Error('EIO')),
        openResponses: async () => null,
      }),
      log: (code) => log.push(code),
    });
    expect(await texts.newest(rules)).toBeNull();
    await texts.reload();
    expect(await texts.newest(rules)).toBeNull();
    expect(log).toEqual(['notes-text']);
  });
});
