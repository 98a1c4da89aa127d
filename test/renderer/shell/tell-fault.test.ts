import { beforeEach, expect, test } from 'vitest';
import { faultSentence, tellFault } from '../../../renderer/shell/tell-fault.ts';
import { notices } from '../../../renderer/state/notices.ts';

beforeEach(() => notices.set([]));

test('a fault is told with what to do and the reference last', () => {
  tellFault({ code: 'PRINT_FAILED', data: {} });
  expect(notices.get().map((notice) => notice.text)).toEqual([faultSentence({ code: 'PRINT_FAILED', data: {} })]);
  expect(faultSentence({ code: 'PRINT_FAILED', data: {} })).toMatch(/^This page could not be printed\. .*\(NG-1204\)$/);
});

test('what a person stopped themselves is not told', () => {
  tellFault({ code: 'CANCELLED', data: {} });
  expect(notices.get()).toEqual([]);
});
