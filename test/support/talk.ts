// A terminal that remembers, for commands that are run inside a test.
import type { Terminal } from '../../content/cli/terminal.ts';

export interface Talk extends Terminal {
  readonly said: string[];
  readonly noted: string[];
}

export function talk(): Talk {
  const said: string[] = [];
  const noted: string[] = [];
  return {
    said,
    noted,
    out: (text) => said.push(text),
    note: (text) => noted.push(text),
    progress: () => undefined,
    done: () => undefined,
  };
}
