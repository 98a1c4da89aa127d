// The scope a person types (`facebook: fake account`), seen from the screen: taking it off again when its chip is
// removed. What counts as a scope is decided by core/search, which says so in its reply.

const scope = /^\s*[\p{L}\p{N}][\p{L}\p{N}_-]*(?:\s*,\s*[\p{L}\p{N}][\p{L}\p{N}_-]*)*\s*:(?!\/\/)\s*/u;

/** The text without the channel in its scope; the rest of the scope stays. */
export function withoutScope(text: string, channel: string): string {
  const match = scope.exec(text);
  if (!match) return text;
  const names = match[0]
    .replace(/:\s*$/, '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name.toLowerCase() !== channel);
  const rest = text.slice(match[0].length);
  return names.length === 0 ? rest : `${names.join(', ')}: ${rest}`;
}

/** What is being looked for, without the scope. */
export const withoutScopes = (text: string): string => text.replace(scope, '').trim();
