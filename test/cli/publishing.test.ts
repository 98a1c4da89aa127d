import { describe, expect, it, vi } from 'vitest';
import { isHelp, readPublishing, sayRefusal, timeOf } from '../../content/cli/publishing.ts';
import { talk } from '../support/talk.ts';

const read = (...args: readonly string[]) => readPublishing(args, { all: { takesValue: false } }, { draft: true, all: true });

describe('the words of a group’s commands', () => {
  it('are a channel, perhaps a draft, and a share', () => {
    expect(read('x', '1-abcdef', '--share', 's', '--json')).toMatchObject({
      repository: 'x',
      id: '1-abcdef',
      share: 's',
      pinnedRoot: null,
      isJson: true,
    });
    expect(read('--all', '--share', 's')).toMatchObject({ repository: null });
  });

  it('take the share from the environment', () => {
    vi.stubEnv('GUIDES_SHARE', '/somewhere');
    expect(read('x').share).toBe('/somewhere');
    vi.unstubAllEnvs();
    expect(() => read('x')).toThrow('Say where the share is');
  });

  it.each([[['--share', 's']], [['../x', '--share', 's']], [['x', '--all', '--share', 's']], [['x', 'y', 'z', '--share', 's']]])(
    'refuse %j',
    (args) => {
      expect(() => read(...args)).toThrow();
    },
  );

  it('say a refusal as text or as JSON, with the exit code', () => {
    const [text, json] = [talk(), talk()];
    expect(sayRefusal({ code: 'CHANNEL_UNKNOWN', data: { channel: 'x' } }, false, text)).toBe(2);
    expect(sayRefusal({ code: 'NOTHING_NEW', data: {} }, true, json)).toBe(1);
    expect([text.noted[0], json.said[0]]).toEqual([expect.stringContaining('no channel "x"'), expect.stringContaining('"NOTHING_NEW"')]);
  });

  it('spell a version as a time', () => expect(timeOf(1_795_338_000)).toBe('2026-11-22 09:00 UTC'));
  it('know a cry for help', () => expect([isHelp(['x', '-h']), isHelp(['x'])]).toEqual([true, false]));
});
