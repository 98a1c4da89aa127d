// guides:// is the only address the window can load from: `guides://app/…` are the files of the window itself,
// `guides://image/<channel>/<version>/<file>` verified images of the local store, of the edition whose page shows
// them (without a version the newest). Addresses are taken apart into plain names and looked up; anything else is
// "not found", and every answer carries the content policy.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Session } from 'electron';
import { type ChannelId, isChannelId } from '../../content/core/base/ids.ts';
import { imagePolicy, pagePolicy } from './csp.ts';

export const scheme = 'guides';
export const startPage = 'guides://app/index.html';

/** `standard` for addresses with a host, `secure` for the features of a safe origin, `codeCache` so that scripts are compiled once. */
export const schemePrivileges = { scheme, privileges: { standard: true, secure: true, codeCache: true } } as const;

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
  woff2: 'font/woff2',
};

export interface SchemePorts {
  /** Folder with the window's own files. */
  readonly root: string;
  /** `edition` null: the newest. */
  readonly image: (
    channel: ChannelId,
    name: string,
    edition: number | null,
  ) => Promise<{ readonly bytes: Uint8Array; readonly type: string } | null>;
}

export function handleScheme(session: Pick<Session, 'protocol'>, ports: SchemePorts): void {
  session.protocol.handle(scheme, (request) => respond(request, ports));
}

/** Answers one request; never throws. */
export async function respond(request: { readonly method: string; readonly url: string }, ports: SchemePorts): Promise<Response> {
  const names = request.method === 'GET' ? namesIn(request.url) : null;
  try {
    if (names?.host === 'app') {
      const type = types[path.extname(names.path.at(-1) ?? '').slice(1)];
      if (type) return reply(200, pagePolicy, type, await readFile(path.join(ports.root, ...names.path)));
    }
    const asked = names?.host === 'image' ? imageIn(names.path) : null;
    const found = asked && (await ports.image(asked.channel, asked.name, asked.edition));
    if (found) return reply(200, imagePolicy, found.type, found.bytes, { 'Access-Control-Allow-Origin': `${scheme}://app` });
  } catch {
    // A file that is not there, or an image that is damaged (said elsewhere): the same empty answer.
  }
  return reply(404, pagePolicy, 'text/plain; charset=utf-8', new Uint8Array());
}

// Four folders deep is more than the window's files need; longer addresses are nobody's.
const limits = { names: 4, characters: 300 } as const;

/** Host and path of an address as plain names: no dots alone, no escapes, no separators, no query. `null` for any other. */
export function namesIn(url: string): { readonly host: string; readonly path: readonly string[] } | null {
  if (url.length > limits.characters) return null;
  const match = /^guides:\/\/(app|image)((?:\/[A-Za-z0-9_][A-Za-z0-9._-]*)+)(?:#.*)?$/.exec(url);
  if (!match) return null;
  const names = (match[2] ?? '').slice(1).split('/');
  return names.length <= limits.names ? { host: match[1] ?? '', path: names } : null;
}

/** A page that stays open while a newer edition arrives keeps its own pictures: the address names the edition. */
function imageIn(names: readonly string[]): { readonly channel: ChannelId; readonly name: string; readonly edition: number | null } | null {
  const [channel, edition, name] = names.length === 2 ? [names[0], null, names[1]] : names;
  if (names.length > 3 || !channel || !isChannelId(channel) || !name) return null;
  if (edition === null) return { channel, name, edition: null };
  return edition !== undefined && isVersion.test(edition) ? { channel, name, edition: Number(edition) } : null;
}

// UTC seconds, without leading zeros; 15 digits are exact numbers.
const isVersion = /^[1-9][0-9]{0,14}$/;

function reply(status: number, policy: string, type: string, body: Uint8Array, more: Readonly<Record<string, string>> = {}): Response {
  return new Response(body as Uint8Array<ArrayBuffer>, {
    status,
    headers: {
      'Content-Type': type,
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      ...more,
    },
  });
}
