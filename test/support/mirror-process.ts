// A server that a suite starts: ended with everything it started itself, by its own process group, also when the run
// that started it is killed.
import { spawn } from 'node:child_process';

export interface Server {
  readonly pid: number;
  end(): Promise<void>;
}

export function startServer(file: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Server {
  // First of a group of its own: Syncthing is two processes, and the one that we know is not the one that works.
  const child = spawn(file, args, { stdio: 'ignore', env: { ...process.env, ...env }, detached: true });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${file} did not start`);
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  // Outlives a run that is itself killed; over when the server is.
  const script = 'while kill -0 "$1" 2>/dev/null; do sleep 1; kill -0 -- "-$2" 2>/dev/null || exit 0; done; kill -KILL -- "-$2"';
  spawn('sh', ['-c', script, 'guard', String(process.pid), String(pid)], { stdio: 'ignore', detached: true }).unref();
  return {
    pid,
    async end() {
      try {
        process.kill(-pid, 'SIGKILL');
      } catch {
        // All of it ended by itself.
      }
      await gone;
    },
  };
}
