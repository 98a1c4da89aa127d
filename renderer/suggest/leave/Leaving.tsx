// Where the dialog and the paper of suggestions stand in the window. Their code comes when one of them is wanted.
import { useStore } from '../../state/use-store.tsx';
import { deferred } from '../../ui/deferred.tsx';
import { leaving } from './leave.ts';
import { printed } from './printing.tsx';

const LeaveDialog = deferred(() => import('../late.tsx').then((module) => module.LeaveDialog));
const PrintedSuggestions = deferred(() => import('../late.tsx').then((module) => module.PrintedSuggestions));

export function Leaving() {
  const ids = useStore(leaving);
  const paper = useStore(printed);
  return (
    <>
      {ids && <LeaveDialog ids={ids} />}
      {paper && <PrintedSuggestions {...paper} />}
    </>
  );
}
