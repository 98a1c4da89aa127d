// The only file that touches window.guides. Every call answers with a Result; what breaks on the way becomes
// UNEXPECTED, so that nobody needs a catch.
import type { AppError } from '../content/core/base/error.ts';
import type { Result } from '../content/core/base/result.ts';
import type { CallName, Pushes, PushName, Reply, Request } from '../electron/ipc/contract.ts';

type Bridge = {
  readonly [Name in CallName]: (request: Request<Name>) => Promise<Result<Reply<Name>>>;
} & {
  on<Name extends PushName>(name: Name, handler: (value: Pushes[Name]) => void): () => void;
};

declare global {
  interface Window {
    readonly guides?: Bridge;
  }
}

const broken: Result<never> = { ok: false, error: { code: 'UNEXPECTED', data: {} } };

/** Asks the main process. Never rejects. */
export async function ask<Name extends CallName>(name: Name, request: Request<Name>): Promise<Result<Reply<Name>>> {
  try {
    const call = window.guides?.[name] as ((request: Request<Name>) => Promise<Result<Reply<Name>>>) | undefined;
    return call ? await call(request) : broken;
  } catch {
    return broken;
  }
}

/** Hears what the main process tells. Returns how to stop. */
export function listen<Name extends PushName>(name: Name, handler: (value: Pushes[Name]) => void): () => void {
  return window.guides?.on(name, handler) ?? (() => undefined);
}

/** For the local log: a place in our code and the error's name, never text of guides. */
export function logFault(where: string, thrown: unknown): void {
  const message = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : 'unknown';
  // The contract's bounds.
  void ask('log.fault', { where: where.slice(0, 200), message: message.slice(0, 500) });
}

export type { AppError };
