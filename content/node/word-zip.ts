// A zip that was just made, without the moment at which it was made: every file in it gets the first day a zip can say. Of our
// own bytes only; a zip from outside is read elsewhere.

// 1 January 1980, 00:00:00, in the form of DOS: the time, then the day.
const time = 0;
const day = 0x21;

/** Changes the bytes in place and gives them back. */
export function settleZip(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The end of the directory is 22 bytes long: the library writes no comment after it.
  const end = bytes.length - 22;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) throw new Error('not a zip of ours');
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Error('not a zip of ours');
    set(view, at + 12);
    set(view, view.getUint32(at + 42, true) + 10);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}

function set(view: DataView, at: number): void {
  view.setUint16(at, time, true);
  view.setUint16(at + 2, day, true);
}
