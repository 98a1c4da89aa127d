// Loaded before the import under test: counts its calls that change or open a file, and at the N-th kills the process
// (NG_KILL), or lets that call (NG_FAIL=N:CODE) or every one from it on (NG_FAIL=N:CODE:ever) fail.
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const kill = Number(process.env.NG_KILL ?? 0);
const [failAt, code, ever] = (process.env.NG_FAIL ?? '0').split(':');
let calls = 0;

function step() {
  if (!globalThis.importing) return null;
  calls += 1;
  if (calls === kill) process.kill(process.pid, 'SIGKILL');
  const fails = Number(failAt) > 0 && (calls === Number(failAt) || (ever && calls > Number(failAt)));
  return fails ? Object.assign(new Error(`${code}: injected`), { code }) : null;
}
for (const name of ['openSync', 'writeSync', 'writevSync', 'ftruncateSync', 'fsyncSync', 'renameSync', 'rmSync', 'mkdirSync', 'writeFileSync', 'closeSync']) {
  const real = fs[name];
  fs[name] = (...args) => {
    const fault = step();
    // A close that fails has closed all the same.
    if (fault && name === 'closeSync') real(...args);
    if (fault) throw fault;
    return real(...args);
  };
}
const flush = fs.fsync;
fs.fsync = (handle, done) => {
  const fault = step();
  if (fault) setImmediate(done, fault);
  else flush(handle, done);
};
syncBuiltinESMExports();
process.on('exit', () => process.stdout.write(`\ncalls ${calls}\n`));
