"""A view of a folder that can be written to, and fails on demand: write-fs.py SOURCE CONTROL.json MOUNT (foreground).

The control file says {"lacks": operations that always answer "no such call", "deny": operations that always answer "not
allowed", "op": one operation that fails, "kind": errno name | "delay" | "lost" (it is carried out and answered as EIO) |
"short" (half of a write), "nth": at which call of it since the control file was written, from 1; 0 or nothing: at each,
"ms": length of a delay, "match": end of the path}. {} is no fault. Operations are named as FUSE names them. Once it has
failed, CONTROL.json.struck is there.
"""
import errno
import json
import os
import sys
import time

from fusepy import FUSE, FuseOSError, Operations


class Writable(Operations):
    def __init__(self, source, control):
        self.source, self.control = source, control
        self.read_control = (None, {})
        self.calls = {}

    def settings(self):
        stamp = os.stat(self.control)
        key = (stamp.st_mtime_ns, stamp.st_ino)
        if key != self.read_control[0]:
            with open(self.control) as file:
                self.read_control = (key, json.load(file))
            self.calls = {}
        return self.read_control[1]

    def strike(self, op, path):
        """Fails, waits, or says what is to be done otherwise."""
        said = self.settings()
        if op in said.get("lacks", []):
            raise FuseOSError(errno.ENOTSUP)
        if op in said.get("deny", []):
            raise FuseOSError(errno.EACCES)
        if said.get("op") != op or not path.endswith(said.get("match", "")):
            return ""
        self.calls[op] = self.calls.get(op, 0) + 1
        if said.get("nth", 0) not in (0, self.calls[op]):
            return ""
        open(self.control + ".struck", "w").close()
        kind = said.get("kind", "")
        if kind == "delay":
            time.sleep(said["ms"] / 1000)
        elif kind.startswith("E"):
            raise FuseOSError(getattr(errno, kind))
        return kind

    def carried_out(self, how):
        if how == "lost":
            raise FuseOSError(errno.EIO)

    def getattr(self, path, fh=None):
        self.strike("getattr", path)
        found = os.lstat(self.source + path)
        keys = ("st_mode", "st_nlink", "st_size", "st_uid", "st_gid", "st_atime", "st_mtime", "st_ctime")
        return {key: getattr(found, key) for key in keys}

    def readdir(self, path, fh):
        self.strike("readdir", path)
        return [".", ".."] + os.listdir(self.source + path)

    def open(self, path, flags):
        self.strike("open", path)
        return os.open(self.source + path, flags & ~os.O_CREAT & ~os.O_EXCL)

    def create(self, path, mode, fi=None):
        how = self.strike("create", path)
        handle = os.open(self.source + path, os.O_RDWR | os.O_CREAT | os.O_EXCL, mode)
        self.carried_out(how)
        return handle

    def read(self, path, size, offset, fh):
        self.strike("read", path)
        return os.pread(fh, size, offset)

    def write(self, path, data, offset, fh):
        how = self.strike("write", path)
        if how == "short":
            data = data[: max(1, len(data) // 2)]
        done = os.pwrite(fh, data, offset)
        self.carried_out(how)
        return done

    def truncate(self, path, length, fh=None):
        os.truncate(self.source + path, length)

    def flush(self, path, fh):
        self.carried_out(self.strike("flush", path))
        return 0

    def fsync(self, path, datasync, fh):
        self.carried_out(self.strike("fsync", path))
        return 0

    def fsyncdir(self, path, datasync, fh):
        self.carried_out(self.strike("fsyncdir", path))
        return 0

    def release(self, path, fh):
        os.close(fh)
        return 0

    def link(self, target, source):
        how = self.strike("link", target)
        os.link(self.source + source, self.source + target)
        self.carried_out(how)

    def rename(self, old, new):
        how = self.strike("rename", new)
        os.rename(self.source + old, self.source + new)
        self.carried_out(how)

    def unlink(self, path):
        how = self.strike("unlink", path)
        os.unlink(self.source + path)
        self.carried_out(how)

    def mkdir(self, path, mode):
        os.mkdir(self.source + path, mode)

    def chmod(self, path, mode):
        os.chmod(self.source + path, mode)

    def utimens(self, path, times=None):
        os.utime(self.source + path, times)


if __name__ == "__main__":
    source, control, mount = sys.argv[1:]
    # The app of a run as root is another user's.
    everybody = {"allow_other": True} if os.geteuid() == 0 else {}
    FUSE(Writable(source, control), mount, foreground=True, nothreads=True, direct_io=True, attr_timeout=0, entry_timeout=0, negative_timeout=0, **everybody)
