// Collects what is wrong with one source, with its file; sorted by line, bounded.
import type { Problem, Severity } from './model.ts';

/** Line 0 is about the whole file. */
export type Report = (severity: Severity, rule: string, line: number, message: string, field?: string) => void;

// A broken file of a hundred thousand tags must not become a hundred thousand lines on somebody's screen.
const maxPerRule = 50;

export function collectProblems(file: string): { readonly report: Report; list(): readonly Problem[] } {
  const problems: Problem[] = [];
  const counts = new Map<string, number>();
  return {
    report(severity, rule, line, message, field) {
      const count = (counts.get(rule) ?? 0) + 1;
      counts.set(rule, count);
      if (count <= maxPerRule) problems.push({ severity, rule, file, line, field: field ?? null, message: quoteSafely(message) });
    },
    list() {
      const more = [...counts].filter(([, count]) => count > maxPerRule);
      return [
        ...problems,
        ...more.map(([rule, count]): Problem => {
          const severity = problems.find((problem) => problem.rule === rule)?.severity ?? 'warning';
          return { severity, rule, file, line: 0, field: null, message: `${count - maxPerRule} more of the same kind in this file.` };
        }),
      ].sort((a, b) => a.line - b.line);
    },
  };
}

/** A source's own words inside a message: one line, no control characters, cut. */
export function quote(text: string, most = 80): string {
  const clean = quoteSafely(text);
  return `"${clean.length > most ? `${clean.slice(0, most - 1)}…` : clean}"`;
}

// Messages are printed on terminals: escape sequences and changes of direction stay out.
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;

function quoteSafely(text: string): string {
  return text.replace(unprintable, ' ');
}
