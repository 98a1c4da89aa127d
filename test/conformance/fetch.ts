// Fetches one file over HTTP with a bound on its bytes and on the time. The path goes out as it was given: an address
// parser would resolve dots that are part of a name. No redirects: a mirror that moves says so in its configuration.
import http from 'node:http';
import https from 'node:https';

/** A stalled or dripping server is given up after this long, in milliseconds: minutes would hang the suite. */
const patience = 30_000;

/** Null where the server says that there is none (403, 404); throws for every other trouble and for too many bytes. */
export function fetchFile(base: string, file: string, maxBytes: number): Promise<Uint8Array | null> {
  const url = new URL(base);
  const folder = url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/`;
  const client = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const request = client.get(
      { protocol: url.protocol, hostname: url.hostname.replace(/^\[|\]$/g, ''), port: url.port, path: `${folder}${file}`, agent: false },
      (response) => {
        const status = response.statusCode ?? 0;
        if (status !== 200) {
          response.destroy();
          if (status === 403 || status === 404) resolve(null);
          else reject(new Error(`${file}: the server answered ${status}`));
          return;
        }
        const parts: Buffer[] = [];
        let size = 0;
        response.on('data', (part: Buffer) => {
          size += part.length;
          parts.push(part);
          if (size > maxBytes) response.destroy(new Error(`${file}: more than ${maxBytes} bytes`));
        });
        response.on('error', reject);
        response.on('end', () => resolve(Buffer.concat(parts)));
      },
    );
    const timer = setTimeout(() => request.destroy(new Error(`${file}: no answer in time`)), patience);
    request.on('close', () => clearTimeout(timer));
    request.on('error', reject);
  });
}
