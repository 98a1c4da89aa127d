// The smoke test: waits for the first text in the window, searches once through the window's own interface, and
// says one JSON line. Times count from the creation of the process, as a person waits.
import type { WebContents } from 'electron';
import type { LibraryState } from '../ipc/replies.ts';

export interface SmokePorts {
  readonly contents: Pick<WebContents, 'executeJavaScript'>;
  /** Milliseconds since 1970 when the window was put on the screen; NaN before that. */
  readonly shownAt: () => number;
  /** Milliseconds since 1970 when the process was created. */
  readonly createdAt: number;
  readonly library: () => LibraryState;
  readonly runtime: string;
}

export interface SmokeResult {
  readonly ok: boolean;
  readonly runtime: string;
  readonly guides?: number;
  readonly packs?: number;
  readonly firstTextMs?: number;
  readonly searchMs?: number;
  readonly hits?: number;
  readonly error?: string;
}

/** A machine that needs longer has a fault that the test is there to find. */
export const smokeLimitMs = 60_000;

// The window sets the attribute in the frame after the one that painted the text, and the mark beside it.
const firstTextScript = `new Promise((resolve) => {
  const root = document.documentElement;
  const said = () => root.hasAttribute('data-first-text');
  const answer = () => resolve(performance.timeOrigin + (performance.getEntriesByName('first-text')[0]?.startTime ?? performance.now()));
  if (said()) answer();
  else new MutationObserver((_changes, watch) => said() && (watch.disconnect(), answer())).observe(root, { attributes: true });
})`;

const searchScript = (text: string): string => `(async () => {
  const from = performance.now();
  const reply = await window.guides['search.query']({ text: ${JSON.stringify(text)}, channels: [], limit: 10, verbatim: false });
  return { ms: performance.now() - from, reply };
})()`;

export async function firstTextMs({
  contents,
  shownAt,
  createdAt,
}: Pick<SmokePorts, 'contents' | 'shownAt' | 'createdAt'>): Promise<number> {
  const painted = (await contents.executeJavaScript(firstTextScript)) as number;
  // Text in a window that is not on the screen yet is not to be seen yet.
  return Math.round(Math.max(painted, shownAt() || 0) - createdAt);
}

/** Never rejects; ends after 60 s at the latest. */
export async function runSmoke(ports: SmokePorts): Promise<SmokeResult> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<SmokeResult>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, runtime: ports.runtime, error: 'no answer within 60 s' }), smokeLimitMs);
  });
  try {
    return await Promise.race([tryEverything(ports), late]);
  } catch (thrown) {
    return { ok: false, runtime: ports.runtime, error: thrown instanceof Error ? thrown.message : 'unknown' };
  } finally {
    clearTimeout(timer);
  }
}

async function tryEverything(ports: SmokePorts): Promise<SmokeResult> {
  const first = await firstTextMs(ports);
  const { packs, guides, problems } = ports.library();
  const counts = { runtime: ports.runtime, guides: guides.length, packs: packs.length, firstTextMs: first };
  if (guides.length === 0) return { ok: false, ...counts, error: `no guide is held: ${problems.map(({ code }) => code).join(' ')}` };
  const word = wordOf(guides[0]?.title ?? '');
  const { ms, reply } = (await ports.contents.executeJavaScript(searchScript(word))) as {
    readonly ms: number;
    readonly reply: {
      readonly ok: boolean;
      readonly value?: { readonly hits: readonly unknown[] };
      readonly error?: { readonly code: string };
    };
  };
  const searchMs = Math.round(ms * 10) / 10;
  const hits = reply.value?.hits.length ?? 0;
  if (!reply.ok) return { ok: false, ...counts, searchMs, error: reply.error?.code ?? 'UNEXPECTED' };
  if (hits === 0) return { ok: false, ...counts, searchMs, hits, error: 'a word of a title was not found' };
  return { ok: true, ...counts, searchMs, hits };
}

/** The longest word of a title: never a stop word. */
function wordOf(title: string): string {
  return title.split(/[^\p{L}\p{N}]+/u).reduce((best, word) => (word.length > best.length ? word : best), '');
}
