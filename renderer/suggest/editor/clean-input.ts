// Keeps what is typed free of what may not be in a guide's text.
import { EditorState } from '@codemirror/state';
import { refusedIn } from './clean-text.ts';
import { fromOutside } from './take-text.ts';

export const cleanInput = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.docChanged || transaction.annotation(fromOutside)) return transaction;
  const changes: { from: number; to: number }[] = [];
  transaction.changes.iterChanges((_fromA, _toA, fromB, _toB, inserted) => {
    for (const { from, to } of refusedIn(inserted.toString())) changes.push({ from: fromB + from, to: fromB + to });
  });
  return changes.length === 0 ? transaction : [transaction, { changes, sequential: true }];
});
