// The colour of the window before its page is painted, so that nothing flashes. The same values as the paper
// tokens of renderer/styles.
import type { Settings } from '../settings/schema.ts';

const paper = { light: '#FBFAF7', dark: '#14171B', sepia: '#F4ECD8' } as const;

export function backgroundFor(theme: Settings['theme'], systemIsDark: boolean): string {
  if (theme === 'system') return systemIsDark ? paper.dark : paper.light;
  return paper[theme];
}

/** What the system's own parts (menus, scroll bars, dialogs) follow. */
export function systemThemeFor(theme: Settings['theme']): 'system' | 'light' | 'dark' {
  return theme === 'sepia' ? 'light' : theme;
}
