// The tools say what they are doing in one line each, and stop with one sentence when they cannot go on.
export class Stop extends Error {}

export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Runs a command and turns a `Stop` into its sentence and exit code 1; anything else is a fault of ours and keeps its stack. */
export async function command(run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
    return 1;
  }
}
