// What the window can do, and all it can do: one named function for each call of the contract, and `on` for what
// the main process pushes. Never a channel name, an event object or a primitive of Electron's.
import { contextBridge, ipcRenderer } from 'electron';
import { contract, type PushName, pushNames } from './ipc/contract.ts';

const calls = Object.fromEntries(
  Object.keys(contract).map((name) => [name, (request: unknown): Promise<unknown> => ipcRenderer.invoke(name, request)]),
);

function on(name: PushName, handler: (value: unknown) => void): () => void {
  if (!pushNames.includes(name) || typeof handler !== 'function') return () => undefined;
  const listener = (_event: unknown, value: unknown): void => handler(value);
  ipcRenderer.on(name, listener);
  return () => void ipcRenderer.off(name, listener);
}

contextBridge.exposeInMainWorld('guides', Object.freeze({ ...calls, on }));
