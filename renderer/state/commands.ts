// Commands and who carries them out. The menu, keys, buttons and the palette all end here.
import type { Command } from '../../electron/ipc/contract.ts';

type Handler = () => void;
const handlers = new Map<Command, Handler[]>();

/** The newest handler of a command carries it out. Returns how to take it off again. */
export function handle(command: Command, handler: Handler): () => void {
  handlers.set(command, [...(handlers.get(command) ?? []), handler]);
  return () =>
    handlers.set(
      command,
      (handlers.get(command) ?? []).filter((other) => other !== handler),
    );
}

/** False when nobody can carry it out at the moment. */
export function run(command: Command): boolean {
  const handler = handlers.get(command)?.at(-1);
  handler?.();
  return handler !== undefined;
}

export const canRun = (command: Command): boolean => (handlers.get(command)?.length ?? 0) > 0;
