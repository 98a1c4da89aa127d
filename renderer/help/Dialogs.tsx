// The dialogs, in one chunk that is loaded when the window has nothing else to do.
import { assertNever } from '../../content/core/base/assert-never.ts';
import { TextOptions } from '../settings/TextOptions.tsx';
import { type DialogName, dialog } from '../state/overlays.ts';
import { About } from './About.tsx';
import { Palette } from './Palette.tsx';
import { Shortcuts } from './Shortcuts.tsx';

export function Dialogs({ name }: { readonly name: DialogName }) {
  const close = (): void => dialog.set(null);
  switch (name) {
    case 'text-options':
      return <TextOptions onClose={close} />;
    case 'palette':
      return <Palette onClose={close} />;
    case 'shortcuts':
      return <Shortcuts onClose={close} />;
    case 'about':
      return <About onClose={close} />;
    default:
      return assertNever(name);
  }
}
