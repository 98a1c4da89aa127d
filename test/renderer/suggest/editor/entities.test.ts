import { expect, test } from 'vitest';
import { decodeEntities } from '../../../../renderer/suggest/editor/entities.ts';

test.each([
  ['names', '&amp;&lt;&pound;', '&<£'],
  ['large letters by name', '&Eacute;', 'É'],
  ['numbers', '&#8217;&#x2019;', '’’'],
  ['what is no character goes', '&#0;&#xd800;&#1114112;', ''],
  ['an unknown name stays', '&nothing;', '&nothing;'],
  ['a bare sign stays', 'R & D', 'R & D'],
])('%s', (_name, text, decoded) => expect(decodeEntities(text)).toBe(decoded));
