// `responses.json` of a folder: carried as whoever knows it says, and only then.
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../content/core/base/utf8.ts';
import { buildPack } from '../../../content/core/pack/build.ts';
import { type CheckResponses, carryResponses } from '../../../content/core/pack/carry-responses.ts';
import { responsesName } from '../../../content/core/pack/index.ts';
import { responsesFileName } from '../../../content/core/suggestion/responses-json.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { guideMd, packYml } from '../../support/sources.ts';

const file = { path: 'responses.json', bytes: encodeUtf8('as kept') };
const published = encodeUtf8('as published');
const takes: CheckResponses = () => ({ ok: true, bytes: published });
const refuses: CheckResponses = () => ({ ok: false, faults: [{ line: 3, message: 'It is damaged.' }] });

describe('what the group answers', () => {
  it('has one name in all rooms', () => expect(responsesName).toBe(responsesFileName));

  it('is carried as it comes from the check', () => {
    expect(carryResponses(file, 'strict', takes)).toEqual({
      files: [{ name: responsesName, bytes: published }],
      problems: [],
      dropped: [],
    });
    expect(carryResponses(null, 'strict', takes)).toEqual({ files: [], problems: [], dropped: [] });
  });

  it('is left out by a builder that cannot check it, and said', () => {
    expect(carryResponses(file, 'strict', undefined).dropped).toEqual([{ path: 'responses.json', reason: 'not-guidance' }]);
  });

  it('stops a build of our own packs with the line where it is damaged, and is any file in others’', () => {
    expect(carryResponses(file, 'strict', refuses).problems).toMatchObject([
      { severity: 'error', rule: 'responses', file: 'responses.json', line: 3, message: 'It is damaged.' },
    ]);
    expect(carryResponses(file, 'lenient', refuses)).toMatchObject({ files: [], problems: [], dropped: [{ path: 'responses.json' }] });
  });

  it('lies in the edition beside the index, which does not speak of it: older apps read the same index', () => {
    const files = [
      { path: 'pack.yml', bytes: encodeUtf8(packYml('facebook', ['house-rules'])) },
      { path: 'house-rules.md', bytes: encodeUtf8(guideMd('house-rules', 'facebook', 'Hide it.')) },
    ];
    const build = (more: readonly (typeof file)[], checkResponses: CheckResponses) =>
      buildPack({ files: [...files, ...more], previous: null, mode: 'strict', sha256, today: '2026-11-23', checkResponses });
    const [without, carried, damaged] = [build([], takes), build([file], takes), build([file], refuses)];
    expect(carried.files.filter(({ name }) => name !== responsesName)).toEqual(without.files);
    expect(carried.files).toHaveLength(without.files.length + 1);
    expect([damaged.index, damaged.files]).toEqual([null, []]);
  });
});
