// A guide that no rule of style has anything to say about, for tests that change one thing.
import { parseGuide } from '../../../content/core/guide/parse.ts';
import type { StyledGuide } from '../../../content/core/style/model.ts';
import { complete } from '../guide/complete-guide.ts';

// Each line has other words, so that none is a repeat of another.
const lines = Array.from({ length: 90 }, (_, at) => `Step ${at} asks the duty desk for item ${at} of list ${at * 7}.`);

export const cleanBody = `
Open an account only with an owner. As at 22 November 2026.[^K13b]

## Steps

${lines.join('\n\n')}

## Checklist

- [ ] Name the owner.
- [ ] Write the purpose down.
- [ ] Test the way back in.
- [ ] Set the day of the next check.

## What is not verified

- Prices were not looked up.

## Read next

- [The other one](guide:x-use): how it is used.

[^K13b]: X help, "Labels", 2023. Mark B.
`;

export const guideOf = (body: string, change: (source: string) => string = (source) => source, path = 'pack/x-setup.md'): StyledGuide => ({
  path,
  parsed: parseGuide(change(complete('', body)), path),
});

/** The clean guide with these lines in the middle of it. */
export const withLines = (more: string, change?: (source: string) => string): StyledGuide =>
  guideOf(cleanBody.replace('\n## Checklist', `\n${more}\n\n## Checklist`), change);
