// Calls of the group `clipboard`: a quote with its citation, as plain text and as html for word processors.
import type { Handlers } from '../ipc/serve.ts';

/** Puts text, and the same as html where there is any, on the system's clipboard in one go. */
export type WriteClipboard = (text: string, html: string) => Promise<void>;

export function clipboardHandlers(write: WriteClipboard): Pick<Handlers, 'clipboard.write'> {
  return {
    'clipboard.write': async ({ text, html }) => {
      await write(text, html);
      return null;
    },
  };
}

interface Modern {
  readonly clipboard: { write(items: readonly object[]): Promise<void> };
  readonly ClipboardItem: new (items: Readonly<Record<string, string>>) => object;
}
interface Former {
  readonly clipboard: { write(data: { readonly text: string; readonly html?: string }): void };
  readonly ClipboardItem?: undefined;
}

/** Electron 45 writes items as the web does; the older runtime that build servers use takes a plain record. */
export function systemClipboard(electron: object): WriteClipboard {
  const system = electron as Modern | Former;
  return async (text, html) => {
    if (system.ClipboardItem) {
      const entries = { 'text/plain': text, ...(html === '' ? {} : { 'text/html': html }) };
      await system.clipboard.write([new system.ClipboardItem(entries)]);
    } else system.clipboard.write(html === '' ? { text } : { text, html });
  };
}
