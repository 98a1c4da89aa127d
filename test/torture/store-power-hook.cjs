// Loaded before the import under test: writes down everything it does to the files of its store, flushes included, so
// that a power cut can be played again afterwards. From the call `fail` on nothing has any effect any more.
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

let plan = null;
let seen = [];
let nextId = 0;
/** Of each handle: the file's number, its path below the store, and where the next write goes. */
const handles = new Map();

const below = (file) => (plan && String(file).startsWith(plan.store) ? String(file).slice(plan.store.length + 1) : null);
const note = (...what) => seen.push(JSON.stringify(what));
function dead() {
  if (!plan.fail || seen.length < plan.fail) return;
  throw Object.assign(new Error('EIO: dead'), { code: 'EIO' });
}

const { openSync, closeSync, writeSync, writevSync, ftruncateSync, fsyncSync, fsync, renameSync, rmSync } = fs;
fs.openSync = (file, flags, ...rest) => {
  const name = below(file);
  if (name === null) return openSync(file, flags, ...rest);
  dead();
  const handle = openSync(file, flags, ...rest);
  if (flags !== 'r') nextId += 1;
  if (flags !== 'r') note('open', nextId, name, flags === 'wx');
  handles.set(handle, { id: flags === 'r' ? null : nextId, name, at: 0 });
  return handle;
};
fs.closeSync = (handle) => {
  handles.delete(handle);
  return closeSync(handle);
};
function wrote(handle, bytes, at) {
  const known = handles.get(handle);
  if (!known?.id) return;
  const from = at ?? known.at;
  note('write', known.id, from, bytes.toString('base64'));
  if (at === null || at === undefined) known.at += bytes.length;
}
fs.writeSync = (handle, bytes, offset, length, at) => {
  if (handles.has(handle)) dead();
  const done = writeSync(handle, bytes, offset, length, at);
  wrote(handle, Buffer.from(bytes.subarray(offset, offset + done)), at);
  return done;
};
fs.writevSync = (handle, parts, at) => {
  if (handles.has(handle)) dead();
  const done = writevSync(handle, parts, at);
  wrote(handle, Buffer.concat(parts).subarray(0, done), at);
  return done;
};
fs.ftruncateSync = (handle, size) => {
  if (handles.has(handle)) dead();
  ftruncateSync(handle, size);
  if (handles.get(handle)?.id) note('truncate', handles.get(handle).id, size);
};
fs.fsyncSync = (handle) => {
  if (handles.has(handle)) dead();
  fsyncSync(handle);
  const known = handles.get(handle);
  // Only folders are flushed so.
  if (known) note('flush-folder', known.name);
};
fs.fsync = (handle, done) => {
  const known = handles.get(handle);
  if (!known?.id) return fsync(handle, done);
  if (plan.fail && seen.length >= plan.fail) return setImmediate(done, Object.assign(new Error('EIO: dead'), { code: 'EIO' }));
  // What is written while the disk is busy is not part of this flush.
  const until = seen.length;
  fsync(handle, (error) => {
    if (!error && plan) note('flush', known.id, until);
    done(error);
  });
};
fs.renameSync = (from, to) => {
  if (below(to) !== null) dead();
  renameSync(from, to);
  if (below(to) !== null) note('rename', below(from), below(to));
};
fs.rmSync = (file, options) => {
  const name = below(file);
  if (name !== null) dead();
  const was = name !== null && fs.existsSync(file);
  rmSync(file, options);
  if (was) note('rm', name);
};
syncBuiltinESMExports();

globalThis.storeHook = {
  arm(next) {
    seen = [];
    handles.clear();
    plan = next;
  },
  disarm() {
    plan = null;
    return { changes: seen.length, whole: 0, seen };
  },
};
