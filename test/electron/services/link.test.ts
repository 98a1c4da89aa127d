import { beforeEach, describe, expect, test, vi } from 'vitest';
import { linkHandlers } from '../../../electron/services/link.ts';

const ports = {
  externalLinks: vi.fn(),
  ask: vi.fn(),
  copy: vi.fn(async () => undefined),
  open: vi.fn(async () => undefined),
  log: vi.fn(),
};
const { 'link.external': follow } = linkHandlers(ports);
beforeEach(() => {
  for (const port of Object.values(ports)) port.mockClear();
  ports.externalLinks.mockReturnValue('copy');
});

describe('a link to the outside', () => {
  test('is copied by default', async () => {
    ports.ask.mockResolvedValue('copy');
    expect(await follow({ url: 'https://www.gov.uk/x' })).toEqual({ done: 'copied' });
    expect(ports.copy).toHaveBeenCalledWith('https://www.gov.uk/x');
    expect(ports.ask).toHaveBeenCalledWith(expect.objectContaining({ host: 'www.gov.uk' }), false);
  });

  test('opens only where the setting says so and the person chose it', async () => {
    ports.externalLinks.mockReturnValue('ask');
    ports.ask.mockResolvedValue('open');
    expect(await follow({ url: 'https://www.gov.uk/x' })).toEqual({ done: 'opened' });
    expect(ports.open).toHaveBeenCalledWith('https://www.gov.uk/x');
  });

  test('does not open when policy took the choice away while the dialog was open', async () => {
    ports.externalLinks.mockReturnValueOnce('ask').mockReturnValue('copy');
    ports.ask.mockResolvedValue('open');
    expect(await follow({ url: 'https://www.gov.uk/x' })).toEqual({ done: 'nothing' });
    expect(ports.open).not.toHaveBeenCalled();
  });

  test.each(['file:///etc/passwd', '\\\\server\\share', 'http://www.gov.uk', 'ms-msdt:/id'])(
    'is never opened or copied when it is %s',
    async (url) => {
      ports.externalLinks.mockReturnValue('ask');
      ports.ask.mockResolvedValue('open');
      expect(await follow({ url })).toEqual({ done: 'nothing' });
      expect([ports.open.mock.calls, ports.copy.mock.calls]).toEqual([[], []]);
      expect(JSON.stringify(ports.log.mock.calls)).not.toContain('passwd');
    },
  );

  test('by mail is copied as the address alone', async () => {
    ports.ask.mockResolvedValue('copy');
    await follow({ url: 'mailto:web@force.police.uk?subject=x' });
    expect(ports.copy).toHaveBeenCalledWith('web@force.police.uk');
  });

  test('may be left alone', async () => {
    ports.ask.mockResolvedValue('nothing');
    expect(await follow({ url: 'https://www.gov.uk/x' })).toEqual({ done: 'nothing' });
  });
});
