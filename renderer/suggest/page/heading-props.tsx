// A heading that is edited or changed is still a heading to who goes from one to the next.
import type { Host } from './layout.ts';
import { levelOf } from './regions.ts';

export const headingProps = ({ name, next, old }: Host) =>
  name === 'heading' ? ({ role: 'heading', 'aria-level': levelOf(next === '' ? old : next) } as const) : {};
