"""A read-only view of a folder that fails on demand: fault-fs.py SOURCE CONTROL.json MOUNT (foreground).

The control file names one fault: {"kind": errno name | "short" | "zeroes" | "delay", "op": "look" | "open" | "read",
"match": end of the path, "after": bytes of the file answered well first, "ms": length of a delay}. {} is no fault.
"""
import errno
import json
import os
import sys
import time

from fusepy import FUSE, FuseOSError, Operations


class Faulty(Operations):
    def __init__(self, source, control):
        self.source, self.control = source, control

    def fault(self, op, path):
        with open(self.control) as file:
            fault = json.load(file)
        return fault if fault.get("op") == op and path.endswith(fault.get("match", "")) else {}

    def strike(self, op, path):
        fault = self.fault(op, path)
        kind = fault.get("kind", "")
        if kind == "delay":
            time.sleep(fault["ms"] / 1000)
        elif kind.startswith("E"):
            raise FuseOSError(getattr(errno, kind))

    def getattr(self, path, fh=None):
        self.strike("look", path)
        found = os.lstat(self.source + path)
        keys = ("st_mode", "st_nlink", "st_size", "st_uid", "st_gid", "st_atime", "st_mtime", "st_ctime")
        return {key: getattr(found, key) for key in keys}

    def readdir(self, path, fh):
        return [".", ".."] + os.listdir(self.source + path)

    def readlink(self, path):
        return os.readlink(self.source + path)

    def open(self, path, flags):
        self.strike("open", path)
        return os.open(self.source + path, os.O_RDONLY)

    def read(self, path, size, offset, fh):
        fault = self.fault("read", path)
        after = fault.get("after", 0)
        if fault.get("kind") == "short":
            size = min(size, 7)
        elif offset < after:
            size = min(size, after - offset)
        else:
            self.strike("read", path)
        data = os.pread(fh, size, offset)
        return bytes(len(data)) if fault.get("kind") == "zeroes" and offset >= after else data

    def release(self, path, fh):
        os.close(fh)
        return 0


if __name__ == "__main__":
    source, control, mount = sys.argv[1:]
    # The app of a run as root is another user's.
    everybody = {"allow_other": True} if os.geteuid() == 0 else {}
    # Without direct_io the kernel takes a short answer for the end of the file.
    FUSE(Faulty(source, control), mount, foreground=True, nothreads=True, ro=True, direct_io=True, attr_timeout=0, entry_timeout=0, negative_timeout=0, **everybody)
