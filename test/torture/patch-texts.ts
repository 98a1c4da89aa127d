// Texts of guides and what people do to them, at random and repeatable: made-up ones with all that a patch, a mail or a
// system could take for its own, and real ones where they are at hand.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Chance } from '../support/torture.ts';

const words =
  'account officer comment hide report record advice public force police post reply image caption campaign urgent review policy evidence witness appeal Ŵales café naïve £20 “quoted” it’s 999 – and the of to a in must may should never always'.split(
    ' ',
  );

/** Lines that mean something to a mail, to a difference, to git, or to a careless reader. */
const traps: readonly string[] = [
  'From 0000000000000000000000000000000000000000 Mon Sep 17 00:00:00 2001',
  'From the desk of the web manager 12:34:56 2024',
  'From: somebody@example.org',
  '>From here on',
  'Subject: [PATCH] not this one',
  'diff --git a/pack.yml b/pack.yml',
  'Index: pack.yml',
  '--- a/pack.yml',
  '+++ b/pack.yml',
  '@@ -1,3 +1,3 @@',
  '@@ -0,0 +1 @@',
  '-- ',
  '--',
  '---',
  '+',
  '-',
  ' ',
  '\t',
  '\\ No newline at end of file',
  'GIT binary patch',
  'deleted file mode 100644',
  '-- >8 --',
  '=?UTF-8?q?=41?= =20= =',
  '# Heading that git could take for a comment',
  '.',
  '*** 1,3 ****',
  'rename from pack.yml',
  'Content-Type: multipart/mixed; boundary="x"',
  '--x--',
  '<script>alert(1)</script>',
  'e\u0301 and é, \u200b, \u202e, \ufeff, 👮🏽‍♀️, 漢字',
  'a\u2028b\u2029c\u0085d',
  'form\u000cfeed and bell\u0007',
  'trailing blanks   ',
  '    indented code',
  '| a | b |',
  '> [!WARNING]',
];

const sentence = (chance: Chance): string => Array.from({ length: 3 + chance.int(20) }, () => chance.pick(words)).join(' ');

function block(chance: Chance): string {
  switch (chance.int(9)) {
    case 0:
      return `${'#'.repeat(1 + chance.int(4))} ${sentence(chance)}`;
    case 1:
      return Array.from({ length: 1 + chance.int(6) }, () => `- ${sentence(chance)}`).join('\n');
    case 2:
      return Array.from({ length: 1 + chance.int(6) }, (_, at) => `${at + 1}. [${sentence(chance)}](https://example.org/${at})`).join('\n');
    case 3:
      return ['| a | b |', '| --- | --- |', ...Array.from({ length: chance.int(6) }, () => `| ${chance.pick(words)} | |`)].join('\n');
    case 4:
      return `> [!NOTE]\n> ${sentence(chance)}`;
    case 5:
      return `\`\`\`\n${chance.pick(traps)}\n${chance.pick(traps)}\n\`\`\``;
    case 6:
      return chance.pick(traps);
    default:
      return Array.from({ length: 1 + chance.int(5) }, () => sentence(chance)).join(chance.in100(30) ? '\n' : ' ');
  }
}

/** A whole guide, with its front matter. */
export function anyText(chance: Chance, id: string): string {
  if (chance.in100(3)) return chance.pick(['', '\n', 'x', 'x\n', '\n\n', '\nx\n', '\n\n\nx', '---\n---\n']);
  const front = `---\nid: ${id}\ntitle: ${sentence(chance)}\nsummary: ${sentence(chance)}\n---\n\n`;
  const blocks = Array.from({ length: chance.int(chance.in100(10) ? 300 : 25) }, () => block(chance));
  return finish(chance, (chance.in100(90) ? front : '') + blocks.join('\n\n'));
}

/** How a text ends, and how its lines end. */
function finish(chance: Chance, text: string): string {
  const ended = chance.in100(80) ? `${text}\n` : chance.in100(50) ? text : `${text}\n\n\n`;
  return chance.in100(10) ? ended.replace(/\n/g, '\r\n') : ended;
}

/** What somebody would have of it: some changes, of some kinds. */
export function anyEdit(chance: Chance, text: string): string {
  if (chance.in100(2)) return chance.pick(['', '\n', 'x', anyText(chance, 'another')]);
  const isCrlf = text.includes('\r\n');
  const lines = text.split(isCrlf ? '\r\n' : '\n');
  const times = 1 + chance.int(chance.in100(15) ? 40 : 5);
  for (let edit = 0; edit < times; edit += 1) editOnce(chance, lines);
  const edited = lines.join(isCrlf && chance.in100(90) ? '\r\n' : '\n');
  if (chance.in100(4)) return edited.replace(/\s+$/, '');
  return chance.in100(4) ? `${edited}\n` : edited;
}

function editOnce(chance: Chance, lines: string[]): void {
  const at = chance.int(lines.length + 1);
  const line = lines[at] ?? '';
  const part = (): string[] => lines.splice(chance.int(lines.length + 1), 1 + chance.int(8));
  switch (chance.int(9)) {
    case 0:
      lines.splice(at, 1);
      break;
    case 1:
      lines.splice(at, 0, ...block(chance).split('\n'), '');
      break;
    case 2:
      // A block moves.
      lines.splice(chance.int(lines.length + 1), 0, ...part());
      break;
    case 3:
      lines.splice(at, 0, chance.pick(traps));
      break;
    case 4:
      // Two lines become one, or one two.
      lines.splice(
        at,
        2,
        chance.in100(50) ? `${line} ${lines[at + 1] ?? ''}` : line.slice(0, line.length / 2),
        line.slice(line.length / 2),
      );
      break;
    case 5:
      lines.splice(0, chance.int(3), sentence(chance));
      break;
    case 6:
      lines.push(sentence(chance));
      break;
    default: {
      const said = line.split(' ');
      said.splice(chance.int(said.length), chance.int(3), chance.pick(words));
      lines.splice(at, 1, said.join(' '));
    }
  }
}

/** Longer ones are no page that people write. */
const longest = 100_000;
const corpora = path.resolve(import.meta.dirname, '..', '..', '..', 'shared', 'corpora');

/** Of the folder beside this one, where it is; else none. In path order. */
export function realTexts(most: number): readonly string[] {
  if (!existsSync(corpora)) return [];
  const files = readdirSync(corpora, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(corpora, name))
    .filter((file) => statSync(file).size < longest && statSync(file).size > 0)
    .sort();
  const step = Math.max(1, Math.floor(files.length / most));
  return files
    .filter((_, at) => at % step === 0)
    .slice(0, most)
    .map((file) => readFileSync(file, 'utf8'));
}

/** What people could write into the other fields, which a patch carries too. */
export const anyWhy = (chance: Chance): string =>
  Array.from({ length: 1 + chance.int(6) }, () => (chance.in100(50) ? sentence(chance) : chance.pick(traps)))
    .join('\n')
    // Controls are out of bounds there.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, ' ');

export const names: readonly (string | null)[] = [
  null,
  'Ann Example',
  "Siân O'Neill-Ŵilliams",
  'x',
  '(Ann)',
  '"Ann" <ann@example.org>',
  'ann@example.org',
  '...',
  '=?UTF-8?q?Ann?=',
  'Ann\\',
  '#Ann',
  'N'.repeat(120),
  'Ŵ'.repeat(120),
  '漢字'.repeat(30),
  '👮🏽‍♀️'.repeat(10).replace(/\u200d/g, ''),
  '[Ann], the officer; of: many',
];
