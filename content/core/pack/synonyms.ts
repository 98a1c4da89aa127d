// `synonyms.yml`: a list of groups of words that mean the same, for the search.
import type { Problem } from '../guide/model.ts';
import { collectProblems } from '../guide/problem.ts';
import { readYaml } from '../guide/yaml-tree.ts';

/** Enough for every word of a channel; a limit for files that are no synonyms. */
export const synonymLimits = { groups: 500, words: 40, characters: 80 } as const;

/** Lower case, single spaces, no word twice in a group, groups of two at least. Never throws. */
export function parseSynonyms(
  yaml: string,
  file: string,
  mode: 'strict' | 'lenient',
): { readonly groups: readonly (readonly string[])[]; readonly problems: readonly Problem[] } {
  const { report, list } = collectProblems(file);
  const bad = mode === 'strict' ? 'error' : 'warning';
  const tree = readYaml(yaml.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), 1, bad, report);
  if (!tree || tree.kind === 'none') return { groups: [], problems: list() };
  if (tree.kind !== 'list') {
    report(bad, 'synonyms-shape', tree.line, 'synonyms.yml must be a list of lists of words.');
    return { groups: [], problems: list() };
  }
  if (tree.items.length > synonymLimits.groups) report(bad, 'synonyms-many', 1, `There are more than ${synonymLimits.groups} groups.`);
  const groups = tree.items.slice(0, synonymLimits.groups).flatMap((item) => {
    if (item.kind !== 'list') {
      report(bad, 'synonyms-shape', item.line, 'Each entry must be a list of words that mean the same.');
      return [];
    }
    const words = item.items.flatMap((word) => (word.kind === 'text' ? word.text.toLowerCase().replace(/\s+/g, ' ').trim() : []));
    const kept = [...new Set(words)].filter((word) => word !== '' && word.length <= synonymLimits.characters).slice(0, synonymLimits.words);
    if (kept.length >= 2) return [kept];
    report('warning', 'synonyms-single', item.line, 'A group needs at least two different words.');
    return [];
  });
  return { groups, problems: list() };
}
