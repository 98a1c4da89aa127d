// Files of notes that are not as they should be, on the page of all notes in the real app: what can be read is shown, and
// what cannot is named.
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeNoteFile } from '../../content/core/annotation/note-file.ts';
import type { GuideId } from '../../content/core/base/ids.ts';
import { violations } from '../support/axe.ts';
import { freshUserDataDir, launchApp, openFolder } from '../support/electron-app.ts';
import { sampleNote } from '../support/notes.ts';

const guides = ['house-rules', 'contempt-active-cases'] as const;

test('what a newer app wrote can be read and not changed; what is damaged is named, and the rest is there', async () => {
  const userDataDir = await freshUserDataDir();
  const folder = openFolder(path.join(userDataDir, 'notes'));
  const made = guides.map((guide, at) => writeNoteFile(guide as GuideId, [sampleNote({ guide: guide as GuideId, text: `kept ${at}` })]));
  const files = guides.map((guide) => path.join(folder, `${guide}.json`));
  writeFileSync(files[0] as string, (made[0] as string).replace('"guides:format":1', '"guides:format":99'));
  writeFileSync(files[1] as string, (made[1] as string).replace('"items":[', '"items":[\n{"id":"urn:uuid:cut off'));
  for (const file of files) chmodSync(file, 0o666);
  const other = await launchApp({ userDataDir });
  try {
    await other.page.keyboard.press('Control+Shift+N');
    await other.page.getByText(/A newer version of National Guides wrote the notes on/).waitFor();
    // Said at the top until the file is written anew, which placing its notes may have done by now; then at the foot.
    await other.page.getByText(/on .* could not be read.*(?:in the file|file) \S+/).waitFor();
    const shown = other.page.locator('.note-row');
    await expect.poll(() => shown.count()).toBe(2);
    expect(await shown.filter({ hasText: 'kept 0' }).getByRole('button').count()).toBe(0);
    expect(await shown.filter({ hasText: 'kept 1' }).getByRole('button').count()).toBe(3);
    expect(await violations(other.page)).toEqual([]);
  } finally {
    await other.close();
    rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
});
