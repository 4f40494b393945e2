"""Keeps compiled templates from one process to the next: compiling those of a page takes longer than printing it."""

import os
from contextlib import suppress
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from archive.digests import digest_of_all


class CompiledTemplates(BytecodeCache):
    """A folder of templates as they were compiled for one state of all; none is taken that was damaged since."""

    def __init__(self, folder: Path, state: str) -> None:
        """`state` tells of everything that the code of any template depends on beside its own source."""
        self._folder = folder
        self._state = state.encode()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Puts the code into the bucket, when it is there and whole."""
        try:
            digest, _, code = (self._folder / bucket.key).read_bytes().partition(b"\n")
        except OSError:
            return
        if digest == self._digest(code):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the bucket's code, whole or not at all; a folder that cannot be written keeps nothing."""
        code = bucket.bytecode_to_string()
        draft = self._folder / f"{bucket.key}.{os.getpid()}"
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(self._digest(code) + b"\n" + code)
            draft.replace(self._folder / bucket.key)

    def _digest(self, code: bytes) -> bytes:
        return digest_of_all([self._state, code]).encode()
