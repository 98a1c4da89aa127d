// A process that has the tests loaded and tries one mutant after the other; it is replaced when it hangs or is spoilt.
import { type ChildProcess, fork } from 'node:child_process';
import type { Answer, Question } from './mutant-tests.ts';

/** Milliseconds to load the tests, on a machine that is busy; and to be late beyond what the tests took before. */
const startPatience = 60_000;
const patience = 3_000;

export type Verdict = Answer | 'hung' | 'crashed';

export class MutantProcess {
  readonly #program: string;
  #child: ChildProcess | null = null;
  constructor(program: string) {
    this.#program = program;
  }

  /**
   * @param ms what the tests took without a mutant; one that never yields is ended after three times as long.
   * @param loaded a mutant that is there from the start, for what is made when modules are loaded.
   */
  async ask(question: Question, ms: number, loaded?: number): Promise<Verdict> {
    if (loaded !== undefined) this.stop();
    const child = this.#child ?? (await this.#start(loaded));
    if (child === 'hung' || child === 'crashed') return child;
    child.send(question);
    const said = await next(child, 3 * ms + patience);
    if (said === 'hung' || said === 'crashed' || loaded !== undefined || said.spoilt) this.stop();
    return said;
  }

  async #start(loaded: number | undefined): Promise<ChildProcess | 'hung' | 'crashed'> {
    const { MUTANT: _, ...env } = process.env;
    const child = fork(this.#program, {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
      env: loaded === undefined ? env : { ...env, MUTANT: String(loaded) },
    });
    this.#child = child;
    const said = await next<'ready'>(child, startPatience);
    if (said === 'ready') return child;
    this.stop();
    return said;
  }

  stop(): void {
    this.#child?.removeAllListeners();
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }
}

function next<T = Answer>(child: ChildProcess, late: number): Promise<T | 'hung' | 'crashed'> {
  return new Promise((resolve) => {
    const end = (said: T | 'hung' | 'crashed') => {
      clearTimeout(timer);
      child.removeListener('message', onMessage);
      child.removeListener('exit', onExit);
      resolve(said);
    };
    const onMessage = (said: unknown) => end(said as T);
    const onExit = () => end('crashed');
    const timer = setTimeout(() => end('hung'), late);
    child.once('message', onMessage);
    child.once('exit', onExit);
  });
}
