import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { LibraryState } from '../../../electron/ipc/replies.ts';
import { escapeHtml, pageHandlers, pdfOptions, stampOf } from '../../../electron/services/page.ts';

const library = {
  packs: [{ info: { channel: 'x' }, seal: { version: 1795341600 }, retired: null }],
  guides: [{ id: 'x-setup', channel: 'x', title: 'X: <set up>', status: 'draft', version: '0.1', group: 'X & friends' }],
  problems: [],
} as unknown as LibraryState;
const now = () => new Date('2026-12-01T10:00:00Z');

const ports = { print: vi.fn(), toPdf: vi.fn(), choosePdf: vi.fn(), write: vi.fn(), shown: vi.fn() };
const calls = pageHandlers({ ...ports, library: () => library, now });
beforeEach(() => {
  for (const port of Object.values(ports)) port.mockReset();
  ports.choosePdf.mockResolvedValue('/home/x/Guide.pdf');
  ports.shown.mockResolvedValue('x-setup');
  ports.toPdf.mockResolvedValue(new Uint8Array([1]));
});

describe('printing', () => {
  test.each([
    ['Print job canceled', 'CANCELLED'],
    ['Print job failed', 'PRINT_FAILED'],
    ['no valid printers available', 'PRINT_FAILED'],
  ])('that ends with "%s" is %s', async (reason, code) => {
    ports.print.mockResolvedValue(reason);
    await expect(calls['page.print']({})).rejects.toMatchObject({ code });
  });

  test('that went well says nothing', async () => {
    ports.print.mockResolvedValue('');
    expect(await calls['page.print']({})).toBeNull();
  });
});

describe('a PDF', () => {
  test('is written where the person chose, and only its name goes back', async () => {
    expect(await calls['page.pdf']({ suggested: 'X' })).toEqual({ name: 'Guide.pdf' });
    expect(ports.write).toHaveBeenCalledWith('/home/x/Guide.pdf', new Uint8Array([1]));
  });

  test('carries edition, owner and day on every sheet, as text', async () => {
    await calls['page.pdf']({ suggested: 'X' });
    const { headerTemplate, footerTemplate } = (ports.toPdf.mock.calls[0]?.[0] ?? {}) as Record<string, string>;
    expect(headerTemplate).toContain('X: &#60;set up&#62;');
    expect(footerTemplate).toContain('DRAFT · v0.1 · edition of 22 November 2026 · X &#38; friends · printed 1 December 2026');
    expect(footerTemplate).toContain('class="pageNumber"');
  });

  test.each([
    [{ choosePdf: null }, 'CANCELLED'],
    [{ toPdf: new Error('x') }, 'PRINT_FAILED'],
    [{ write: Object.assign(new Error('x'), { code: 'ENOSPC' }) }, 'NO_SPACE'],
    [{ write: Object.assign(new Error('x'), { code: 'EACCES' }) }, 'SAVE_FAILED'],
  ])('that fails with %j is a code', async (fault, code) => {
    for (const [name, value] of Object.entries(fault)) {
      const port = ports[name as keyof typeof ports];
      if (value === null) port.mockResolvedValue(null);
      else port.mockRejectedValue(value);
    }
    await expect(calls['page.pdf']({ suggested: 'X' })).rejects.toMatchObject({ code });
  });

  test('of a page without a guide carries the day alone', () =>
    expect(stampOf('"><script>', library, now())).toEqual({ title: 'National Guides', facts: ['printed 1 December 2026'] }));

  test('is tagged for screen readers', () =>
    expect(pdfOptions({ title: '', facts: [] })).toMatchObject({ generateTaggedPDF: true, pageSize: 'A4' }));
});

test('no sign of html is left in a stamp', () => expect(escapeHtml(`<a href="x" class='y'>&`)).not.toMatch(/[<>"']/));
