import { describe, expect, test } from 'vitest';
import { commandFor, type KeyPress } from '../../../renderer/state/keys.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrl: false,
  alt: false,
  shift: false,
  typing: false,
  ...held,
});

describe('a key stands for a command', () => {
  test.each([
    [press('k', { ctrl: true }), 'search'],
    [press('K', { ctrl: true }), 'search'],
    [press('P', { ctrl: true, shift: true }), 'palette'],
    [press('p', { ctrl: true }), 'print'],
    [press('ArrowLeft', { alt: true }), 'back'],
    [press('BrowserForward'), 'forward'],
    [press('=', { ctrl: true }), 'text-larger'],
    [press('+', { ctrl: true, shift: true }), 'text-larger'],
    [press('?'), 'shortcuts'],
    [press('?', { shift: true }), 'shortcuts'],
    [press('F6', { shift: true }), 'previous-pane'],
  ] as const)('%j is %s', (key, command) => {
    expect(commandFor(key)).toBe(command);
  });
});

describe('a key that is typing is left alone', () => {
  test.each([
    ['a question mark in a box', press('?', { typing: true })],
    ['a letter', press('k')],
    ['AltGr on a UK keyboard', press('p', { ctrl: true, alt: true })],
    ['moving by words in a box', press('ArrowLeft', { ctrl: true, typing: true })],
    ['selecting', press('ArrowLeft', { shift: true })],
    ['copying', press('c', { ctrl: true })],
  ])('%s', (_name, key) => {
    expect(commandFor(key)).toBeNull();
  });
});
