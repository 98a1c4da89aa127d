// nginx that serves one folder on loopback as a static mirror, from a temporary folder: well on one port, and on others
// with parts missing, answers that fail, none at all, and very slowly. Ended by its pid.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';
import { startServer } from './mirror-process.ts';

const nginx = '/usr/sbin/nginx';
export const canNginx = spawnSync(nginx, ['-v'], { stdio: 'ignore' }).status === 0;

const servers = {
  well: '',
  // Files by the first letter of their names: about two in five, of each kind.
  missing: 'location ~ "/([0-5]|timestamp)[^/]*$" { return 404; }',
  denied: 'location ~ "/[0-3a-b][^/]*$" { return 403; }',
  broken: 'location ~ "/[4-9][^/]*$" { return 503; }',
  silent: 'location ~ "/[2-6][^/]*$" { return 444; }',
  slow: 'limit_rate 40k;',
} as const;

export type ServerKind = keyof typeof servers;

export interface Mirror {
  readonly port: Readonly<Record<ServerKind, number>>;
  readonly pid: number;
  stop(): Promise<void>;
}

/** @param home an empty folder for what nginx writes. */
export async function nginxMirror(home: string, folder: string): Promise<Mirror> {
  mkdirSync(home, { recursive: true });
  const kinds = Object.keys(servers) as ServerKind[];
  const port = Object.fromEntries(await Promise.all(kinds.map(async (kind) => [kind, await freePort()]))) as Record<ServerKind, number>;
  const at = (name: string) => path.join(home, name);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${at(name)};`);
  const http = ['access_log off;', 'default_type application/octet-stream;', 'keepalive_timeout 0;', `root ${folder};`, ...temporary];
  const listening = kinds.map((kind) => `server { listen 127.0.0.1:${port[kind]}; ${servers[kind]} }`);
  const main = ['daemon off;', 'master_process off;', `pid ${at('pid')};`, `error_log ${at('error.log')} crit;`];
  writeFileSync(at('nginx.conf'), `${[...main, 'events {}', 'http {', ...http, ...listening, '}'].join('\n')}\n`);
  const server = startServer(nginx, ['-e', at('error.log'), '-p', home, '-c', at('nginx.conf')]);
  // A busy machine starts it late.
  for (let tries = 0; tries < 200; tries += 1) {
    try {
      await fetch(`http://127.0.0.1:${port.well}/`);
      return { port, pid: server.pid, stop: server.end };
    } catch {
      await sleep(50);
    }
  }
  await server.end();
  throw new Error('nginx did not come');
}
