import { expect, test } from 'vitest';
import { toolState } from '../../../../renderer/suggest/editor/tool-state.ts';
import { stateOf } from '../../../support/editor-state.ts';

test('is another when the caret stands in something else, and only then', () => {
  expect(toolState(stateOf('on¦e two'))).toBe(toolState(stateOf('one t¦wo')));
  expect(toolState(stateOf('- on¦e'))).not.toBe(toolState(stateOf('on¦e')));
  expect(toolState(stateOf('**on¦e**'))).toContain('StrongEmphasis');
});
