// The bar over selected words and the card of a note, as a test meets them in the real window.
import type { Locator, Page } from 'playwright';
import type { Note } from '../../content/core/annotation/model.ts';
import { selectionText } from '../../renderer/text/notes-card.ts';
import { call } from './screens.ts';

export const bar = (page: Page): Locator => page.getByRole('toolbar', { name: selectionText.bar });
export const card = (page: Page): Locator => page.getByRole('dialog', { name: /^Note on/ });

/** As the disk has them. */
export const notesHeld = async (page: Page, guide = 'house-rules'): Promise<readonly Note[]> =>
  (await call(page, 'notes.guide', { guide, edition: 0 })).notes.map(({ note }) => note);

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export const boxOf = (page: Page, selector: string): Promise<Box> =>
  page.locator(selector).evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  });

export const selectionBoxes = (page: Page): Promise<readonly Box[]> =>
  page.evaluate(() =>
    [...(getSelection()?.getRangeAt(0).getClientRects() ?? [])].map(({ left, top, right, bottom }) => ({ left, top, right, bottom })),
  );

/** Boxes of the words that notes are painted on. */
export const paintedBoxes = (page: Page): Promise<readonly Box[]> =>
  page.evaluate(() =>
    [...CSS.highlights].flatMap(([name, ranges]) =>
      name.startsWith('note-')
        ? [...ranges].flatMap((range) =>
            [...(range as Range).getClientRects()].map(({ left, top, right, bottom }) => ({ left, top, right, bottom })),
          )
        : [],
    ),
  );

/** Clicks on the words of the first note. */
export async function clickPainted(page: Page): Promise<void> {
  const [box] = await paintedBoxes(page);
  if (!box) throw new Error('nothing is painted');
  await page.mouse.click(box.left + 12, (box.top + box.bottom) / 2);
}
