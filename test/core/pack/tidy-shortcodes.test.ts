import { expect, test } from 'vitest';
import { shortcodeTarget, shortcodeText } from '../../../content/core/pack/tidy-shortcodes.ts';

test.each([
  [' img src="a.png" alt="A phone" ', 'A phone'],
  ['button href="/x" text="Read *more*"', 'Read \\*more\\*'],
  ["note heading='Why [now]'", 'Why \\[now\\]'],
  ['asset label="<script>{{x}}"', 'scriptx'],
  ['/note', ''],
])('%s leaves %j', (inner, text) => expect(shortcodeText(inner)).toBe(text));

test.each([
  ['< ref "a-page.md" >', 'a-page.md'],
  [' "/methods/x/" | url ', '/methods/x/'],
  ['< ref “curly.md” >', 'curly.md'],
  [' site.baseurl ', null],
])('%s names %j', (inner, target) => expect(shortcodeTarget(inner)).toBe(target));
