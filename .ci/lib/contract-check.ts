// The contract table against its users: every crossing is called by the window, none is called that is not
// declared, and no error number stands for two things. (That every call has a handler, and every code a
// sentence, the compiler says.)
import { errorNumbers } from '../../content/core/base/error.ts';
import type { Finding } from './files.ts';

const table = 'electron/ipc/contract.ts';
const errors = 'content/core/base/error.ts';

export function checkContract(files: readonly string[], read: (file: string) => string): Finding[] {
  const source = read(table);
  const body = source.slice(source.indexOf('export const contract'), source.indexOf('} as const;'));
  const declared = [...body.matchAll(/^ {2}'([a-z]+\.[a-z-]+)':/gm)].map((match) => match[1] as string);
  const window = files
    .filter((file) => file.startsWith('renderer/') && /\.tsx?$/.test(file))
    .map(read)
    .join('\n');
  const findings: Finding[] = [];
  if (declared.length === 0) findings.push({ file: table, line: 1, message: 'no calls were found in the table' });
  for (const name of declared)
    if (!window.includes(`'${name}'`))
      findings.push({ file: table, line: lineOf(source, name), message: `"${name}" is never called by the window` });
  const numbers = new Map<number, string>();
  for (const [code, number] of Object.entries(errorNumbers)) {
    const other = numbers.get(number);
    if (other) findings.push({ file: errors, line: 1, message: `${code} and ${other} share the number ${number}` });
    numbers.set(number, code);
  }
  return findings;
}

function lineOf(source: string, name: string): number {
  return source.slice(0, source.indexOf(`'${name}'`)).split('\n').length;
}
