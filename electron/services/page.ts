// Calls of the group `page`: printing, and PDFs with a stamp on every sheet that says which edition was printed,
// by whom it is owned and when, so that paper can be told from what is valid today.
import path from 'node:path';
import type { PrintToPDFOptions } from 'electron';
import { AppFault } from '../../content/core/base/error.ts';
import { errnoOf } from '../../content/node/faults.ts';
import type { LibraryState } from '../ipc/replies.ts';
import type { Handlers } from '../ipc/serve.ts';
import { dialogText } from '../windows/menu-text.ts';

export interface PagePorts {
  /** Opens the system's print dialog; "" when it was printed, else the system's reason. */
  readonly print: () => Promise<string>;
  readonly toPdf: (options: PrintToPDFOptions) => Promise<Uint8Array>;
  /** Asks where to save; the chosen path stays here in the main process. Null: cancelled. */
  readonly choosePdf: (suggested: string) => Promise<string | null>;
  readonly write: (file: string, bytes: Uint8Array) => Promise<void>;
  /** Id of the guide that the window shows, "" when it shows none. */
  readonly shown: () => Promise<string>;
  readonly library: () => LibraryState;
  readonly now: () => Date;
}

export function pageHandlers(ports: PagePorts): Pick<Handlers, 'page.print' | 'page.pdf'> {
  return {
    'page.print': async () => {
      const reason = await ports.print();
      if (reason === '') return null;
      throw new AppFault(/cancel/i.test(reason) ? 'CANCELLED' : 'PRINT_FAILED', { what: 'print' }, reason);
    },
    'page.pdf': async ({ suggested }) => {
      const file = await ports.choosePdf(suggested);
      if (file === null) throw new AppFault('CANCELLED', { what: 'pdf' });
      const stamp = stampOf(await ports.shown(), ports.library(), ports.now());
      let bytes: Uint8Array;
      try {
        bytes = await ports.toPdf(pdfOptions(stamp));
      } catch (cause) {
        throw new AppFault('PRINT_FAILED', { what: 'pdf' }, cause);
      }
      try {
        await ports.write(file, bytes);
      } catch (cause) {
        const errno = errnoOf(cause);
        throw new AppFault(['ENOSPC', 'EDQUOT'].includes(errno) ? 'NO_SPACE' : 'SAVE_FAILED', { errno }, cause);
      }
      return { name: path.basename(file) };
    },
  };
}

export interface Stamp {
  readonly title: string;
  /** Edition, owner and day, or the day alone where no guide is shown. */
  readonly facts: readonly string[];
}

export function stampOf(shown: string, library: LibraryState, now: Date): Stamp {
  const printed = dialogText.stampPrinted(longDay(now));
  const guide = library.guides.find(({ id }) => id === shown);
  if (!guide) return { title: 'National Guides', facts: [printed] };
  const pack = library.packs.find(({ info }) => info.channel === guide.channel);
  const signed = pack ? [dialogText.stampEdition(longDay(new Date(pack.seal.version * 1000)))] : [];
  return {
    title: guide.title,
    facts: [dialogText.stampStatus[guide.status], `v${guide.version}`, ...signed, dialogText.stampOwner(guide.group), printed],
  };
}

function longDay(day: Date): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/London' }).format(day);
}

export function pdfOptions(stamp: Stamp): PrintToPDFOptions {
  // Chromium gives these templates a page of their own, without our styles; it fills in the two classes.
  const frame = (left: string, right: string): string =>
    `<div style="width:100%;margin:0 12mm;font:8px sans-serif;color:#525B66;display:flex;justify-content:space-between"><span>${left}</span><span>${right}</span></div>`;
  return {
    pageSize: 'A4',
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: frame(escapeHtml(stamp.title), 'National Guides'),
    footerTemplate: frame(
      stamp.facts.map(escapeHtml).join(' · '),
      dialogText.stampPage('<span class="pageNumber"></span>', '<span class="totalPages"></span>'),
    ),
    // Inches: room for the stamp above and below, and the sheet's usual sides.
    margins: { top: 0.8, bottom: 0.8, left: 0.6, right: 0.6 },
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  };
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
