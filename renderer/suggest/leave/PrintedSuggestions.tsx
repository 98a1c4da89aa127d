// Suggestions as they stand on paper, and only there.
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { Printed } from './printing.tsx';
import { SummaryView } from './SummaryView.tsx';

export function PrintedSuggestions({ summaries, into, drawn }: Printed) {
  useEffect(drawn, [drawn]);
  return createPortal(
    summaries.map((summary, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: made once, for one file
      <SummaryView key={at} summary={summary} level={2} />
    )),
    into,
  );
}
