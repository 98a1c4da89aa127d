// Loaded before the sync under test: counts what it asks of files below NG_SHARE, by repository and since the last
// `take()`. Opens that find nothing count too; bytes are those that reads gave.
const fs = require('node:fs');
const path = require('node:path');
const { syncBuiltinESMExports } = require('node:module');

const share = process.env.NG_SHARE;
const open = new Map();
let counts = new Map();

function countOf(file) {
  const [first, second] = path.relative(share, String(file)).split(path.sep);
  if (first === '..') return null;
  const key = first === 'channels' ? second : first;
  if (!counts.has(key)) counts.set(key, { opens: 0, found: [], bytes: 0 });
  return counts.get(key);
}
function opened(file, handle) {
  const count = countOf(file);
  if (count === null) return;
  count.opens += 1;
  if (handle === null) return;
  count.found.push(path.basename(String(file)));
  open.set(handle, count);
}
function got(handle, bytes) {
  const count = open.get(handle);
  if (count) count.bytes += bytes;
}

const { openSync, readSync, closeSync } = fs;
const later = { open: fs.open, read: fs.read, close: fs.close };
fs.openSync = (file, ...rest) => {
  let handle = null;
  try {
    handle = openSync(file, ...rest);
    return handle;
  } finally {
    opened(file, handle);
  }
};
fs.open = (file, ...rest) => {
  const done = rest.pop();
  later.open(file, ...rest, (error, handle) => {
    opened(file, error ? null : handle);
    done(error, handle);
  });
};
fs.readSync = (handle, ...rest) => {
  const bytes = readSync(handle, ...rest);
  got(handle, bytes);
  return bytes;
};
fs.read = (handle, ...rest) => {
  const done = rest.pop();
  later.read(handle, ...rest, (error, bytes, buffer) => {
    if (!error) got(handle, bytes);
    done(error, bytes, buffer);
  });
};
fs.closeSync = (handle) => {
  open.delete(handle);
  closeSync(handle);
};
fs.close = (handle, done) => {
  open.delete(handle);
  later.close(handle, done);
};
syncBuiltinESMExports();

globalThis.takeCounts = () => {
  const taken = counts;
  counts = new Map();
  return taken;
};
