// The piece that is edited, in its place, with what can be done to it as a whole beside it in the margin.

import { redoTyped, undoTyped } from '../../state/suggestions.ts';
import { useStore } from '../../state/use-store.tsx';
import { editPlaceText } from '../../text/suggest-page.ts';
import { RegionEditor } from '../editor/RegionEditor.tsx';
import { EditActs } from './EditActs.tsx';
import { editing, typedText } from './editing.ts';
import { finishEditing, tellStep } from './finish-editing.tsx';
import { headingProps } from './heading-props.tsx';
import type { Host } from './layout.ts';
import { draftView } from './page-state.ts';
import { goOn } from './piece-acts.ts';

export function EditHost({ host }: { readonly host: Host }) {
  const now = useStore(editing);
  const view = useStore(draftView);
  if (!now) return null;
  const label = host.old === '' ? editPlaceText.added : editPlaceText.editing(host.name);
  return (
    <div className="suggest-edit" data-host="edit">
      <div {...headingProps(host)}>
        <RegionEditor
          key={now.place}
          text={now.text}
          reset={now.reset}
          base={host.old}
          view={view}
          label={label}
          caret={now.caret}
          onChange={typedText}
          onUndo={() => tellStep(undoTyped(), 'undo')}
          onRedo={() => tellStep(redoTyped(), 'redo')}
          onDone={finishEditing}
          onEdge={goOn}
        />
      </div>
      <EditActs host={host} />
    </div>
  );
}
