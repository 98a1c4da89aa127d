// What every page and every session of this app may not do, whatever it holds: leave our address, open windows,
// embed others, ask for devices, or send a request anywhere. Each refusal is logged by kind and scheme only.
import type { App, Session, WebContents } from 'electron';
import { scheme } from './scheme.ts';

export type Blocked = (kind: string, facts: { readonly scheme?: string; readonly what?: string }) => void;

/** Call before the app is ready: covers every page and session that will ever be made. */
export function guardEverything(app: App, blocked: Blocked): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, blocked));
  app.on('session-created', (session) => guardSession(session, blocked));
  // Client certificates and basic sign-in belong to requests that never leave.
  app.on('login', (event) => event.preventDefault());
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, decide) => {
    event.preventDefault();
    decide(false);
  });
}

export function guardContents(contents: WebContents, blocked: Blocked): void {
  const stop = (kind: string) => (event: { readonly url?: string; preventDefault(): void }) => {
    event.preventDefault();
    blocked(kind, { scheme: schemeOf(event.url ?? '') });
  };
  contents.on('will-navigate', stop('navigation'));
  contents.on('will-frame-navigate', stop('navigation'));
  contents.on('will-redirect', stop('redirect'));
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    blocked('webview', {});
  });
  // The content policy's `webrtc` is not known to every Chromium; without a proxy this leaves it no way out.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(({ url }) => {
    blocked('window', { scheme: schemeOf(url) });
    return { action: 'deny' };
  });
}

const outsideSchemes = ['file', 'http', 'https'] as const;

// Copying needs no question; nothing else of this list is any use to a reader of guides.
const allowed = new Set<string>(['clipboard-sanitized-write']);

export function guardSession(session: Session, blocked: Blocked): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => {
    if (!allowed.has(permission)) blocked('permission', { what: permission });
    decide(allowed.has(permission));
  });
  session.setPermissionCheckHandler((_contents, permission) => allowed.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => {
    event.preventDefault();
    blocked('download', {});
  });
  // Behind the filter: even a request that nobody filtered finds nothing there.
  for (const outside of outsideSchemes) session.protocol.handle(outside, () => new Response(null, { status: 403 }));
  session.webRequest.onBeforeRequest((details, decide) => {
    const cancel = !mayLoad(details.url);
    if (cancel) blocked('request', { scheme: schemeOf(details.url), what: details.resourceType });
    decide({ cancel });
  });
}

/** The only addresses that a request may go to; `devtools:` pages are parts of the runtime and exist in test builds only. */
export function mayLoad(url: string): boolean {
  return url.startsWith(`${scheme}://app/`) || url.startsWith(`${scheme}://image/`) || url.startsWith('devtools://devtools/');
}

/** For the log: never a whole address, which could hold words of a person. */
export function schemeOf(url: string): string {
  return /^[a-z][a-z0-9+.-]{0,30}(?=:)/i.exec(url)?.[0]?.toLowerCase() ?? '';
}

/** Chromium's own talk with the outside, switched off before the app is ready. Names without dashes. */
export const silentSwitches: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-quic'],
  ['dns-prefetch-disable'],
  ['no-pings'],
  ['no-proxy-server'],
  // Whatever would be asked for by name is not found, without a packet.
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
];
