"""Keeps a mapping on disk from one build to the next: large parts in packs, and beside them the little that changed."""

from collections.abc import Mapping
from functools import cached_property
from typing import Generic, TypeVar

from msgspec import Struct, msgpack

from archive.crew import chunks
from archive.store import Pack, Store

Held = TypeVar("Held")

FEW = 200
"""So many changes are told beside the packs; for more they are written anew."""
PACKED = 10_000
"""So many things lie in a pack: encoded at once, those of a large archive would be a tenth of a build's memory."""


class Written(Struct, Generic[Held], frozen=True, array_like=True):
    """A mapping as it was written down."""

    packs: tuple[Pack, ...] = ()
    """Each holds a part of it."""
    since: dict[str, Held] = {}
    """What is another than in the packs."""


class Ledger(Generic[Held]):
    """A mapping that was written down, read when it is asked for. Raises `StoreDamagedError` when it is not whole."""

    def __init__(self, store: Store, written: Written[Held], kind: type[dict[str, Held]]) -> None:
        self._store, self._written, self._kind = store, written, kind

    @cached_property
    def held(self) -> dict[str, Held]:
        """What was written down."""
        return self._packed | self._written.since

    def rewritten(self, now: Mapping[str, Held]) -> Written[Held]:
        """What is held now, written down; where few things are others than in the packs, these stay.

        A thing is known again when it is the very one that `held` gave.
        """
        others = {name: thing for name, thing in now.items() if self._packed.get(name) is not thing}
        if self._written.packs and len(others) <= FEW and self._packed.keys() == now.keys():
            return Written(self._written.packs, others)
        parts = chunks([*now.items()], PACKED)
        return Written(tuple(self._store.put(msgpack.encode(dict(part))) for part in parts))

    @cached_property
    def _packed(self) -> dict[str, Held]:
        packed: dict[str, Held] = {}
        for pack in self._written.packs:
            packed |= msgpack.decode(self._store.whole(pack), type=self._kind)
        return packed
