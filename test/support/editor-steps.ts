// The steps of a person in the editor of a suggestion, on the stage that editor-stage.tsx puts into the real window.
import type { Locator, Page } from 'playwright';
import type { Told, Wanted } from './editor-stage.tsx';
import { putModules } from './page-modules.ts';

interface Stage {
  readonly told: Told;
  openEditor(wanted: Wanted, selector?: string | null): void;
  changeEditor(patch: Partial<Wanted>): void;
  openDiff(old: string, next: string, view: 'all' | 'final' | 'original'): void;
  closeEditor(): void;
}
type WithStage = { readonly stage: Stage };

export const putStage = (page: Page): Promise<void> => putModules(page, 'stage', ['test/support/editor-stage.tsx']);

/** Without a base of its own the text is its own base. */
export async function edit(page: Page, text: string, more: Partial<Wanted> = {}, selector: string | null = null): Promise<Locator> {
  await page.evaluate(([wanted, place]) => (globalThis as never as WithStage).stage.openEditor(wanted as Wanted, place as string | null), [
    { text, base: text, ...more },
    selector,
  ] as const);
  return field(page);
}

export const change = (page: Page, patch: Partial<Wanted>): Promise<void> =>
  page.evaluate((wanted) => (globalThis as never as WithStage).stage.changeEditor(wanted), patch);

export const showDiff = (page: Page, old: string, next: string): Promise<void> =>
  page.evaluate(([a, b]) => (globalThis as never as WithStage).stage.openDiff(a, b, 'all'), [old, next] as const);

export const leave = (page: Page): Promise<void> => page.evaluate(() => (globalThis as never as WithStage).stage.closeEditor());

/** The markdown as the editor last told it. */
export const text = (page: Page): Promise<string> => page.evaluate(() => (globalThis as never as WithStage).stage.told.text);
export const calls = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [...(globalThis as never as WithStage).stage.told.calls]);

export const field = (page: Page): Locator => page.getByRole('textbox', { name: 'Paragraph, to be changed' });
export const tools = (page: Page): Locator => page.getByRole('toolbar', { name: 'Format' });
export const cell = (page: Page, name: string): Locator => page.getByRole('textbox', { name });

/** As another program would have put it on the clipboard. */
export const paste = (page: Page, html: string, plain: string): Promise<void> =>
  page.evaluate(
    ([rich, simple]) => {
      const data = new DataTransfer();
      if (rich !== '') data.setData('text/html', rich);
      data.setData('text/plain', simple);
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    },
    [html, plain] as const,
  );

export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

interface Node {
  readonly nodeId: string;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly childIds?: readonly string[];
}

/** A field as the browser hands it to a screen reader: its texts in order, those that went or came with their role. */
export async function spoken(page: Page, name: string): Promise<readonly string[]> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = (await cdp.send('Accessibility.getFullAXTree')) as unknown as { readonly nodes: readonly Node[] };
  await cdp.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const root = nodes.find((node) => node.role?.value === 'textbox' && node.name?.value === name);
  const words = (node: Node): string =>
    node.role?.value === 'StaticText' ? (node.name?.value ?? '') : (node.childIds ?? []).map((id) => words(byId.get(id) as Node)).join('');
  const read = (node: Node): readonly string[] => {
    const role = node.role?.value ?? '';
    if (role === 'StaticText') return [node.name?.value ?? ''];
    if (role === 'insertion' || role === 'deletion') return [`${role}: ${words(node)}`];
    return (node.childIds ?? []).flatMap((id) => read(byId.get(id) as Node));
  };
  return root ? read(root) : [];
}
