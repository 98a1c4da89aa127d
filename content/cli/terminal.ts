// Where the command writes. Results go to standard output, everything else to standard error, so that `--json`
// can be piped. Progress is drawn only for a person watching, on one line that is wiped afterwards.

export interface Terminal {
  out(text: string): void;
  note(text: string): void;
  progress(text: string): void;
  /** Wipes the progress line. */
  done(): void;
}

/** Often enough to look alive, seldom enough to cost nothing. */
const drawEveryMs = 100;

export function createTerminal(out: NodeJS.WriteStream, err: NodeJS.WriteStream): Terminal {
  let drawn = 0;
  let isDirty = false;
  const done = () => {
    if (isDirty) err.write('\r\u001b[K');
    isDirty = false;
  };
  return {
    out: (text) => {
      done();
      out.write(`${text}\n`);
    },
    note: (text) => {
      done();
      err.write(`${text}\n`);
    },
    progress(text) {
      if (!err.isTTY || performance.now() - drawn < drawEveryMs) return;
      drawn = performance.now();
      isDirty = true;
      err.write(`\r\u001b[K${text.slice(0, (err.columns ?? 80) - 1)}`);
    },
    done,
  };
}

/** Columns padded to their widest cell; numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  const isNumber = head.map((_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number'));
  return cells
    .map((row) =>
      row
        .map((cell, column) => (isNumber[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Parts of a name or message that could move the cursor or hide text are shown as marks. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced here
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\uFFFD');
}
