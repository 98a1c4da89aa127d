// Order of boot, and nothing else. What is slow starts first; the window opens before anything has answered.
import { existsSync } from 'node:fs';
import inspector from 'node:inspector';
import path from 'node:path';
import { app, protocol } from 'electron';
import { now } from '../content/node/clock.ts';
import { openLog } from '../content/node/log.ts';
import { readLaunch } from './launch.ts';
import { placesOf } from './places.ts';
import { notesIn } from './services/log.ts';
import { startApp } from './start.ts';
import { guardEverything, silentSwitches } from './windows/guards.ts';
import { schemePrivileges } from './windows/scheme.ts';
import { refusedExitCode, testMark } from './windows/switches.ts';

const launch = readLaunch({
  args: process.argv.slice(1),
  platform: process.platform,
  env: process.env,
  appPath: app.getAppPath(),
  testMarkExists: existsSync(path.join(process.resourcesPath, testMark)),
  appData: app.getPath('appData'),
  inspected: inspector.url() !== undefined,
});

if (launch.kind === 'refused') {
  process.stderr.write(`National Guides does not start with --${launch.name}.\n`);
  process.exit(refusedExitCode);
}

app.enableSandbox();
for (const [name, value = ''] of silentSwitches) app.commandLine.appendSwitch(name, value);
const places = placesOf(__dirname, process.resourcesPath, launch.userData);
app.setPath('userData', places.userData);
app.setPath('sessionData', places.browser);
app.setPath('logs', places.logs);
// The installers' shortcuts carry the same id, so that Windows groups and pins the window as ours.
app.setAppUserModelId('uk.national-guides.reader');
protocol.registerSchemesAsPrivileged([schemePrivileges]);

if (app.requestSingleInstanceLock()) {
  const notes = notesIn(openLog({ folder: places.logs, now }));
  guardEverything(app, (kind, facts) => notes.note('guards', `refused-${kind}`, facts));
  startApp(app, launch, places, notes);
} else {
  // The window that is open already comes to the front.
  app.quit();
}
