"""Items in the order they came; results nearly in that order, so that a slow item holds back few others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from typing import Generic, TypeVar

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")


class Queue(Generic[ItemT, ResultT]):
    """Hands out items, takes results, and gives those back that are due.

    A result waits for those of the items before it while no more than `most` wait. With `strict`
    order it waits however long that takes, and meanwhile no item is handed out.
    """

    def __init__(self, items: Iterable[ItemT], most: int, *, strict: bool) -> None:
        self._items: Iterator[tuple[int, ItemT]] = enumerate(items)
        self._most = most
        self._strict = strict
        self._under_way: set[int] = set()
        self._waiting: list[tuple[int, ResultT]] = []

    def take(self) -> tuple[int, ItemT] | None:
        """The next item with its place; None where there is none, or none for now."""
        if self._strict and len(self._waiting) >= self._most:
            return None
        for place, item in self._items:
            self._under_way.add(place)
            return place, item
        return None

    def finish(self, place: int, result: ResultT) -> None:
        """What became of the item at a place."""
        self._under_way.remove(place)
        heappush(self._waiting, (place, result))

    def due(self) -> list[ResultT]:
        """The results whose turn it is."""
        first = min(self._under_way, default=None)
        due: list[ResultT] = []
        while self._waiting and (first is None or self._waiting[0][0] < first or self._is_overfull()):
            due.append(heappop(self._waiting)[1])
        return due

    def _is_overfull(self) -> bool:
        return not self._strict and len(self._waiting) > self._most
