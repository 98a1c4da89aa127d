// Loaded before the import under test: sees its calls on files, and at the N-th kills the process, or lets that call
// (or every one from it on) fail. `globalThis.storeHook.arm` begins, `disarm` says what was seen.
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

let plan = null;
let seen = [];
let whole = 0;
/** What each handle is of: where, and whether it was opened for writing. */
const handles = new Map();
const { openSync, writeSync, closeSync } = fs;

/** Calls that change something: what a kill is counted by. */
const changing = /^(?:open-new|write|fsync|rename|rm|mkdir|close|truncate)$/;

function placeOf(file) {
  const name = String(file);
  if (plan.share && name.startsWith(plan.share)) return /\/channels\/[^/]+\/targets\/./.test(name) ? 'blob' : 'share';
  return plan.store && name.startsWith(plan.store) ? 'store' : null;
}

/** Null where the call may go on, else the error that it ends in. */
function step(where, op) {
  if (plan === null || where === null) return null;
  const isShare = where !== 'store';
  seen.push(`${isShare ? 'share' : 'store'} ${op}`);
  if (plan.kill && (isShare ? op === 'close' : changing.test(op))) {
    plan.changes += 1;
    if (plan.changes === plan.kill) process.kill(process.pid, 'SIGKILL');
  }
  const fails = plan.fail > 0 && (seen.length === plan.fail || (plan.ever && seen.length > plan.fail));
  return fails ? Object.assign(new Error(`${plan.code}: injected`), { code: plan.code }) : null;
}

const byPath = { renameSync: 'rename', rmSync: 'rm', mkdirSync: 'mkdir', writeFileSync: 'write', readFileSync: 'read' };
Object.assign(byPath, { readdirSync: 'read', statfsSync: 'look', lstatSync: 'look', statSync: 'look', realpathSync: 'look' });
for (const [name, op] of Object.entries(byPath)) {
  const real = fs[name];
  fs[name] = (...args) => {
    const fault = plan && step(placeOf(args[0]), op);
    if (fault) throw fault;
    return real(...args);
  };
}
const opOf = (flags) => (typeof flags === 'string' && flags !== 'r' ? 'open-new' : 'open');
fs.openSync = (file, flags, ...rest) => {
  const where = plan && placeOf(file);
  const fault = plan && step(where, opOf(flags));
  if (fault) throw fault;
  const handle = openSync(file, flags, ...rest);
  if (where) handles.set(handle, { where, isNew: opOf(flags) === 'open-new' });
  return handle;
};
const byHandle = {
  writeSync: 'write',
  writevSync: 'write',
  ftruncateSync: 'truncate',
  fsyncSync: 'fsync',
  readSync: 'read',
  fstatSync: 'look',
};
for (const [name, op] of Object.entries(byHandle)) {
  const real = fs[name];
  fs[name] = (handle, ...args) => {
    const fault = plan && step(handles.get(handle)?.where ?? null, op);
    if (fault) throw fault;
    return real(handle, ...args);
  };
}
function closed(handle) {
  const known = handles.get(handle);
  handles.delete(handle);
  if (plan && known?.where === 'blob') {
    whole += 1;
    if (plan.log !== undefined) writeSync(plan.log, '.');
  }
  return plan && known ? step(known.where, known.isNew || known.where !== 'store' ? 'close' : 'close-read') : null;
}
fs.closeSync = (handle) => {
  // A close that fails has closed all the same.
  closeSync(handle);
  const fault = closed(handle);
  if (fault) throw fault;
};
for (const [name, op] of Object.entries({ fsync: 'fsync', read: 'read', fstat: 'look' })) {
  const real = fs[name];
  fs[name] = (handle, ...args) => {
    const fault = plan && step(handles.get(handle)?.where ?? null, op);
    if (fault) setImmediate(args.at(-1), fault);
    else real(handle, ...args);
  };
}
const { open, close } = fs;
fs.open = (file, flags, done) => {
  const where = plan && placeOf(file);
  const fault = plan && step(where, 'open');
  if (fault) return setImmediate(done, fault);
  open(file, flags, (error, handle) => {
    if (!error && where) handles.set(handle, { where, isNew: false });
    done(error, handle);
  });
};
fs.close = (handle, done) =>
  close(handle, (error) => {
    done(error ?? closed(handle));
  });
// A refused rename is tried for six seconds; here the tries are enough.
require('node:timers/promises').setTimeout = () => Promise.resolve();
syncBuiltinESMExports();

globalThis.storeHook = {
  /** @param next share and store (folders); kill, or fail with code and ever; log: a file that gets a byte for each blob read. */
  arm(next) {
    seen = [];
    whole = 0;
    handles.clear();
    plan = { ...next, changes: 0, log: next.log ? openSync(next.log, 'a') : undefined };
  },
  disarm() {
    const { changes, log } = plan;
    plan = null;
    if (log !== undefined) closeSync(log);
    return { changes, whole, seen };
  },
};
