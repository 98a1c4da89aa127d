// A link to a place of ours: a real link for mouse, keyboard and screen reader, carried out by the navigation.
import type { ComponentProps, MouseEvent } from 'react';
import type { Place } from '../state/history.ts';
import { go } from '../state/navigation.ts';

interface Props extends Omit<ComponentProps<'a'>, 'href' | 'onClick'> {
  readonly to: Place;
  readonly onOpen?: () => void;
}

export function PlaceLink({ to, onOpen, ...rest }: Props) {
  // A middle click has no window of its own to open here: it goes there, as any click does.
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    if (event.button > 1) return;
    void go(to);
    onOpen?.();
  };
  return (
    <a
      {...rest}
      {...(to.kind === 'guide' ? { 'data-open-guide': to.guide } : {})}
      href={hrefOf(to)}
      draggable={false}
      onClick={open}
      onAuxClick={open}
    />
  );
}

function hrefOf(to: Place): string {
  if (to.kind === 'guide') return `#guide/${to.guide}`;
  if (to.kind === 'notes') return `#notes/${to.view}`;
  return to.kind === 'channel' ? `#channel/${to.channel}` : `#${to.kind}`;
}
