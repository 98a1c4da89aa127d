import { describe, expect, it } from 'vitest';
import { AppFault, asAppError, errorNumbers, errorReference } from '../../../content/core/base/error.ts';

describe('an error', () => {
  it('crosses a process boundary as code and data, without its cause', () => {
    const fault = new AppFault('NO_SPACE', { needed: 12 }, new Error('disk'));
    expect(structuredClone(fault.toAppError())).toEqual({ code: 'NO_SPACE', data: { needed: 12 } });
  });

  it('keeps its cause for the log', () => {
    const cause = new Error('disk');
    expect(new AppFault('NO_SPACE', {}, cause).cause).toBe(cause);
  });

  it.each([new Error('x'), 'x', null, undefined, { code: 'NO_SPACE' }])('that nobody foresaw becomes UNEXPECTED: %s', (thrown) => {
    expect(asAppError(thrown)).toEqual({ code: 'UNEXPECTED', data: {} });
  });

  it('is known again when another copy of the class threw it', () => {
    const copy = Object.assign(new Error('NO_SPACE'), {
      name: 'AppFault',
      code: 'NO_SPACE',
      data: {},
      toAppError: () => ({ code: 'NO_SPACE', data: {} }),
    });
    expect(asAppError(copy)).toEqual({ code: 'NO_SPACE', data: {} });
  });

  it('has a reference to read out', () => {
    expect(errorReference('TAMPERED')).toBe('NG-1011');
  });

  it('shares its number with no other', () => {
    const numbers = Object.values(errorNumbers);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
