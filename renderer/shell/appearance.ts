// The person's settings as attributes of the page; the style sheets do the rest.
import type { Settings } from '../../electron/settings/schema.ts';
import { settings } from '../state/settings.ts';

/** What each setting is called on the page's root element. */
export function attributesFor(values: Settings): Readonly<Record<string, string>> {
  return {
    theme: values.theme,
    size: String(values.textSize),
    spacing: values.spacing,
    width: values.width,
    font: values.font,
  };
}

/** @param keepingPlace makes a change while what one reads stays where it is */
export function followSettings(keepingPlace: (change: () => void) => void = (change) => change()): void {
  const apply = (): void => void Object.assign(document.documentElement.dataset, attributesFor(settings.get().values));
  apply();
  settings.subscribe(() => keepingPlace(apply));
}
