// Names that a repository may give its files (trust.md 1.5): safe on every file system we meet, so that no
// name can leave its folder, be a Windows device, or clash with another by case or Unicode form.

const allowed = /^[a-z0-9][a-z0-9._-]{0,63}$/;
const device = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/;

/** Flat, lower-case ASCII, 64 characters at most, no trailing dot, no "..", no device name. */
export function isTargetName(name: string): boolean {
  return allowed.test(name) && !name.endsWith('.') && !name.includes('..') && !device.test(name);
}
