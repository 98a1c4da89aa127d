import { expect, test } from 'vitest';
import { navigation } from '../../../../renderer/state/navigation.ts';
import { missingGuide, suggestMissing } from '../../../../renderer/suggest/one/missing-wish.ts';

test('the channel of the page is the one that is meant, and what was looked for comes with it', () => {
  suggestMissing();
  expect(missingGuide.get()).toEqual({ channel: null, why: '' });
  navigation.update((now) => ({ ...now, place: { kind: 'channel', channel: 'facebook' as never } }));
  suggestMissing('geofence');
  expect(missingGuide.get()).toEqual({ channel: 'facebook', why: 'geofence' });
});
