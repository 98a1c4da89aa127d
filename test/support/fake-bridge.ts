// A main process for tests of the window's state: answers are given by the test, typed by the contract, and what was
// asked is kept. A call that the test has not answered fails as a real one would.
import type { Result } from '../../content/core/base/result.ts';
import type { CallName, Pushes, PushName, Reply, Request } from '../../electron/ipc/contract.ts';

type Answers = { [Name in CallName]?: (request: Request<Name>) => Result<Reply<Name>> | Promise<Result<Reply<Name>>> };

export interface FakeBridge {
  readonly asked: (readonly [name: CallName, request: unknown])[];
  push<Name extends PushName>(name: Name, value: Pushes[Name]): void;
  /** Takes the bridge away again. */
  remove(): void;
}

export function fakeBridge(answers: Answers): FakeBridge {
  const asked: (readonly [CallName, unknown])[] = [];
  const listeners = new Map<PushName, Set<(value: never) => void>>();
  const guides = new Proxy(
    {
      on: (name: PushName, handler: (value: never) => void) => {
        const known = listeners.get(name) ?? new Set();
        listeners.set(name, known.add(handler));
        return () => void known.delete(handler);
      },
    },
    {
      get: (own, name: string) =>
        Object.hasOwn(own, name)
          ? own[name as keyof typeof own]
          : async (request: unknown) => {
              asked.push([name as CallName, request]);
              const answer = answers[name as CallName] as ((request: unknown) => unknown) | undefined;
              return answer ? answer(request) : { ok: false, error: { code: 'UNEXPECTED', data: {} } };
            },
    },
  );
  Object.assign(globalThis, { window: { guides } });
  return {
    asked,
    push: (name, value) => {
      for (const listener of listeners.get(name) ?? []) listener(value as never);
    },
    remove: () => void Reflect.deleteProperty(globalThis, 'window'),
  };
}
