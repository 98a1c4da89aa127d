// Calls of the group `link`: outside addresses. Nothing is opened that the link policy does not allow, and only
// after the person was shown the host; by default the address is only copied.
import type { Handlers } from '../ipc/serve.ts';
import type { Settings } from '../settings/schema.ts';
import type { LinkChoice } from '../windows/dialogs.ts';
import { judgeLink, type LinkVerdict } from '../windows/link-policy.ts';

export interface LinkPorts {
  readonly externalLinks: () => Settings['externalLinks'];
  readonly ask: (verdict: LinkVerdict, mayOpen: boolean) => Promise<LinkChoice>;
  readonly copy: (text: string) => Promise<void>;
  readonly open: (href: string) => Promise<void>;
  readonly log: (event: 'link-refused', facts: { readonly why: string }) => void;
}

export function linkHandlers(ports: LinkPorts): Pick<Handlers, 'link.external'> {
  return {
    'link.external': async ({ url }) => {
      const verdict = judgeLink(url);
      if (verdict.kind === 'refused') ports.log('link-refused', { why: verdict.why });
      const choice = await ports.ask(verdict, ports.externalLinks() === 'ask');
      if (verdict.kind === 'refused' || choice === 'nothing') return { done: 'nothing' };
      if (choice === 'copy') {
        await ports.copy(verdict.kind === 'mail' ? verdict.address : verdict.href);
        return { done: 'copied' };
      }
      if (ports.externalLinks() !== 'ask') return { done: 'nothing' };
      await ports.open(verdict.href);
      return { done: 'opened' };
    },
  };
}
