// Selects words of a guide as a person does: pressed before the first sign, dragged, let go behind the last.
import type { Page } from 'playwright';

/** @param words stand in one block of the open guide, once */
export async function dragOver(page: Page, words: string): Promise<void> {
  const [from, to] = await page.evaluate((wanted) => {
    const text = document.querySelector('article.guide .text');
    const walker = document.createTreeWalker(text as Node, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const at = node.data.indexOf(wanted);
      if (at < 0) continue;
      node.parentElement?.scrollIntoView({ block: 'center' });
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const boxes = [...range.getClientRects()];
      const [first, last] = [boxes[0] as DOMRect, boxes.at(-1) as DOMRect];
      return [
        [first.left + 1, first.top + first.height / 2],
        [last.right, last.top + last.height / 2],
      ] as const;
    }
    throw new Error(`no “${wanted}” here`);
  }, words);
  await page.mouse.move(from[0], from[1]);
  await page.mouse.down();
  await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, { steps: 3 });
  await page.mouse.move(to[0], to[1], { steps: 3 });
  await page.mouse.up();
  await page.waitForFunction((wanted) => getSelection()?.toString().trim() === wanted, words);
}
