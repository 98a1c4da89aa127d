import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readSealed, seal, writeSealed } from '../../content/node/sealed-file.ts';
import { tempFolder } from '../support/temp.ts';

test('comes back as it was written', async () => {
  const file = path.join(tempFolder(), 'state.json');
  await writeSealed(file, '{"a":"é"}\n');
  expect([readSealed(file), readFileSync(file, 'utf8')]).toEqual(['{"a":"é"}\n', seal('{"a":"é"}\n')]);
});

test('every cut and every flipped byte is noticed', async () => {
  const file = path.join(tempFolder(), 'state.json');
  await writeSealed(file, '{"a":1}');
  const whole = readFileSync(file);
  for (let at = 0; at < whole.length; at += 1) {
    if (at === 64) continue; // the line end between digest and body carries nothing
    const damaged = Buffer.from(whole);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    writeFileSync(file, damaged);
    expect(readSealed(file)).toBeNull();
  }
  writeFileSync(file, whole);
  for (let length = statSync(file).size - 1; length >= 0; length -= 7) {
    truncateSync(file, length);
    expect(readSealed(file)).toBeNull();
  }
});

test('a file that is not there is null', () => expect(readSealed(path.join(tempFolder(), 'none'))).toBeNull());
