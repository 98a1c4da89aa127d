// The one place where requests arrive. Each is refused with a code unless it comes from the main frame of our
// own window and its argument fits the contract's schema; what a handler throws becomes a code as well, its
// cause goes to the local log. Nothing is ever thrown across the process boundary.
import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import * as v from 'valibot';
import { AppFault, asAppError } from '../../content/core/base/error.ts';
import { fail, ok, type Result } from '../../content/core/base/result.ts';
import { type CallName, type Checked, contract, type Pushes, type PushName, type Reply } from './contract.ts';

/** One function for each call of the contract; a missing one does not compile. */
export type Handlers = {
  readonly [Name in CallName]: (request: Checked<Name>) => Reply<Name> | Promise<Reply<Name>>;
};

export interface ServePorts {
  /** Our window's contents, or null while there is none. */
  readonly window: () => WebContents | null;
  /** For the local log; the codes that tell of a fault of ours or of this PC. */
  readonly failed: (call: CallName, thrown: unknown) => void;
}

/** Address of everything the window is made of; frames from anywhere else may not ask for anything. */
export const appOrigin = 'guides://app';

export const callNames = Object.keys(contract) as readonly CallName[];

/** Starts answering. Call once, before the window loads. */
export function serve(handlers: Handlers, ports: ServePorts): void {
  for (const name of callNames) {
    ipcMain.handle(name, (event, request: unknown) =>
      isOurs(event, ports.window()) ? answer(handlers, name, request, ports) : fail({ code: 'BAD_SENDER', data: { call: name } }),
    );
  }
}

/** Checks one request and carries it out; never rejects. */
export async function answer(
  handlers: Handlers,
  name: CallName,
  request: unknown,
  ports: Pick<ServePorts, 'failed'>,
): Promise<Result<unknown>> {
  try {
    // Lists, dates and maps are objects too, and an empty one would pass for a request without parts.
    const parsed = isPlain(request) ? v.safeParse(contract[name].request, request) : null;
    if (!parsed?.success) return fail({ code: 'BAD_REQUEST', data: { call: name } });
    // The schema of this very name was applied just now; the compiler cannot follow the pair through a variable.
    const handler = handlers[name] as (checked: unknown) => unknown;
    return ok(await handler(parsed.output));
  } catch (thrown) {
    ports.failed(name, thrown);
    return fail(asAppError(thrown));
  }
}

function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Only the top frame of our window, and only while it shows our own page. */
export function isOurs(event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>, window: WebContents | null): boolean {
  const frame = event.senderFrame;
  if (!frame || !window || window.isDestroyed() || event.sender !== window || frame.parent !== null) return false;
  return frame.url === appOrigin || frame.url.startsWith(`${appOrigin}/`);
}

/** Tells the window something it did not ask for; nothing happens while there is no window. */
export function push<Name extends PushName>(window: WebContents | null, name: Name, value: Pushes[Name]): void {
  if (window && !window.isDestroyed()) window.send(name, value);
}

/** A refusal that a handler may throw without a cause. */
export function refuse(code: AppFault['code'], data: AppFault['data'] = {}): never {
  throw new AppFault(code, data);
}
