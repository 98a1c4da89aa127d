import { describe, expect, test } from 'vitest';
import { suggestLeaveText } from '../../../renderer/text/suggest-leave.ts';
import { checkWords } from '../../support/plain-words.ts';

test('the words of what leaves keep the rules for words', () => {
  checkWords(suggestLeaveText, /^exports\.formats\.|\.saved$/);
});

describe('buttons and headings', () => {
  test('say how many they are about', () => {
    expect(suggestLeaveText.send(1)).toBe('Send to the drop-box');
    expect(suggestLeaveText.send(3)).toBe('Send 3 suggestions to the drop-box');
    expect(suggestLeaveText.exports.menu(2)).toBe('Export 2 suggestions');
    expect(suggestLeaveText.personalLead(0)).toBe('You have looked at everything that looks personal.');
    expect(suggestLeaveText.personalLead(1)).toMatch(/^One thing here looks like personal data/);
    expect(suggestLeaveText.personalLead(2)).toMatch(/^2 things here look like personal data/);
  });

  test('a warning names what it looks like and where it stands', () => {
    expect(suggestLeaveText.looks(suggestLeaveText.mobile, suggestLeaveText.places.why(3))).toBe(
      'This looks like a mobile number (Why, line 3)',
    );
    expect(suggestLeaveText.places.text(null)).toBe('the guide’s text, at the top');
  });
});
