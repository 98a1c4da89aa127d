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

export function followSettings(): void {
  const apply = (): void => void Object.assign(document.documentElement.dataset, attributesFor(settings.get().values));
  apply();
  settings.subscribe(apply);
}
