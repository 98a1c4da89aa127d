// Find in this page: its own bar, marks painted over the text without touching it.
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { handle } from '../state/commands.ts';
import { navigation } from '../state/navigation.ts';
import { finding, onEscape } from '../state/overlays.ts';
import { useSelected } from '../state/use-store.tsx';
import { readerText } from '../text/reader.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { clearMarks, findRanges, firstInView, paintMarks, selectMatch, showMatch } from './find-marks.tsx';
import { findLimit, stepMatch } from './find-text.ts';

// What is selected is what one wants to find, unless it is half a page.
const longestSelection = 60;

let lastWanted = '';

export function FindBar() {
  const box = useRef<HTMLInputElement>(null);
  const [wanted, setWanted] = useState(() => selectedText() || lastWanted);
  const [found, setFound] = useState<{ readonly ranges: readonly Range[]; readonly at: number }>({ ranges: [], at: 0 });
  const landing = useSelected(navigation, (state) => state.landing);
  const close = (): void => {
    const range = found.ranges[found.at];
    finding.set(false);
    if (range && document.activeElement === box.current) selectMatch(range);
  };
  const latestClose = useRef(close);
  latestClose.current = close;
  useEffect(() => {
    box.current?.select();
    const off = [
      onEscape(() => latestClose.current()),
      handle('find', () => {
        const text = selectedText();
        if (text) setWanted(text);
        box.current?.focus();
        box.current?.select();
      }),
    ];
    return () => {
      for (const stop of off) stop();
      clearMarks();
    };
  }, []);
  // At once: an Esc that follows the last letter selects what was found for all of them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another text to look through
  useLayoutEffect(() => {
    lastWanted = wanted;
    const ranges = findRanges(wanted);
    const at = firstInView(ranges);
    setFound({ ranges, at });
    paintMarks(ranges, at);
    if (document.activeElement === box.current) showMatch(ranges[at]);
  }, [wanted, landing]);
  const step = (by: 1 | -1): void => {
    const at = stepMatch(found.at, by, found.ranges.length);
    setFound({ ...found, at });
    paintMarks(found.ranges, at);
    showMatch(found.ranges[at]);
  };
  const count = found.ranges.length;
  const words =
    wanted.trim() === ''
      ? ''
      : count === 0
        ? readerText.findNone
        : `${readerText.findCount(found.at + 1, count)}${count === findLimit ? ` (${readerText.findMany(findLimit)})` : ''}`;
  return (
    <search className="findbar" aria-label={readerText.findLabel}>
      <input
        ref={box}
        className="field"
        type="text"
        aria-label={readerText.findLabel}
        placeholder={readerText.findLabel}
        value={wanted}
        // The person asked for it with a key or a command: this is where they want to be.
        // biome-ignore lint/a11y/noAutofocus: see above
        autoFocus
        onChange={(event) => setWanted(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'F3') return;
          event.preventDefault();
          step(event.shiftKey ? -1 : 1);
        }}
      />
      <span className="findbar-count" role="status">
        {words}
      </span>
      <IconButton icon={ChevronUp} name={readerText.findPrevious} keys="Shift+Enter" disabled={count === 0} onPress={() => step(-1)} />
      <IconButton icon={ChevronDown} name={readerText.findNext} keys="Enter" disabled={count === 0} onPress={() => step(1)} />
      <IconButton icon={X} name={readerText.findClose} keys="Esc" onPress={close} />
    </search>
  );
}

function selectedText(): string {
  const text = getSelection()?.toString().trim() ?? '';
  return text.length <= longestSelection && !text.includes('\n') ? text : '';
}
