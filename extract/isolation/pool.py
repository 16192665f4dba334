"""The parent's side: hands items to children, ends those that exceed their limits, tells what became of each."""

from __future__ import annotations

import contextlib
import math
import pickle
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from typing import Any, Generic, Self, TypeVar

from extract.isolation.crew import Child, Crew, IsolationError, Prepare, crew
from extract.isolation.ending import Kind, kind_of, name_of
from extract.isolation.limits import Limits
from extract.isolation.queue import Queue
from extract.isolation.worker import SECONDS, Answer

ItemT = TypeVar("ItemT")
ValueT = TypeVar("ValueT")

_WAITING = 4  # results for each child that may wait for those before them


@dataclass(frozen=True, slots=True)
class Finished(Generic[ItemT, ValueT]):
    """What the work made of an item."""

    item: ItemT
    value: ValueT


@dataclass(frozen=True, slots=True)
class Ended(Generic[ItemT]):
    """An item whose process came to an end over it.

    `how` names the signal or exit code, `facts` are the latest the work recorded, `words` what native code said in
    dying.
    """

    item: ItemT
    kind: Kind
    how: str
    facts: Mapping[str, str] = field(default_factory=dict)
    words: str = ""


class Pool:
    """At most `jobs` children for a run, kept from item to item; threads may have runs side by side.

    `prepare` runs once before all work (where processes cannot be forked: once in each child), and begins when the
    pool is made. It and the work must be functions that pickle.
    """

    def __init__(self, prepare: Prepare, *, limits: Limits | None = None, jobs: int = 1) -> None:
        self._limits = limits or Limits()
        self._jobs = jobs
        self._crew: Crew = crew(prepare, self._limits)
        self._prepared: list[Any] = []
        self._preparing = threading.Lock()
        self._runs: list[_Run[Any, Any]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End all processes."""
        for run in self._runs:
            run.stop()
        self._crew.close()

    def ready(self) -> Any:
        """What `prepare` returned, as soon as it has. Raises ObiettiviError as that did."""
        with self._preparing:
            if not self._prepared:
                self._prepared.append(self._crew.ready())
        return self._prepared[0]

    def run(
        self, work: Callable[[ItemT], ValueT], items: Iterable[ItemT], *, strict: bool = False, pause: float = 0.0
    ) -> Iterator[list[Finished[ItemT, ValueT] | Ended[ItemT]]]:
        """What becomes of the items, as it comes, in lists. An item is taken when there is a child for it.

        Results come nearly in the order of the items, and in exactly that order if `strict`; with a `pause` they are
        gathered for so many seconds. Raises IsolationError where processes cannot be had.
        """
        self.ready()
        queue: Queue[ItemT, Finished[ItemT, ValueT] | Ended[ItemT]] = Queue(items, _WAITING * self._jobs, strict=strict)
        run = _Run(self._crew, self._limits, self._jobs, pickle.dumps(work), queue)
        self._runs.append(run)
        due: list[Finished[ItemT, ValueT] | Ended[ItemT]] = []
        again = 0.0
        try:
            while run.hand_out():
                run.collect(again if due else math.inf)
                due += queue.due()
                if due and time.monotonic() >= again:
                    yield due
                    due, again = [], time.monotonic() + pause
            if due:
                yield due
        finally:
            run.stop()
            self._runs.remove(run)


@dataclass(slots=True)
class _Seat(Generic[ItemT]):
    """A child and what it has in hand."""

    child: Child
    place: int
    item: ItemT
    deadline: float


@dataclass(slots=True)
class _Run(Generic[ItemT, ValueT]):
    """One pass over a queue of items."""

    crew: Crew
    limits: Limits
    jobs: int
    work: bytes
    queue: Queue[ItemT, Finished[ItemT, ValueT] | Ended[ItemT]]
    idle: list[Child] = field(default_factory=list)
    busy: list[_Seat[ItemT]] = field(default_factory=list)

    def hand_out(self) -> bool:
        """Give every child an item; whether any is under way."""
        while len(self.busy) < self.jobs and (taken := self.queue.take()):
            child = self.idle.pop() if self.idle else self._hired()
            place, item = taken
            # A child that died meanwhile is found when its answer is awaited.
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                child.connection.send_bytes(pickle.dumps(item))
            self.busy.append(_Seat(child, place, item, time.monotonic() + self.limits.seconds))
        return bool(self.busy)

    def _hired(self) -> Child:
        child = self.crew.child()
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            child.connection.send_bytes(self.work)
        return child

    def collect(self, until: float) -> None:
        """Wait for answers, not beyond a time nor until a child exceeds its own; take them, and end what is overdue."""
        soonest = min(until, *(seat.deadline for seat in self.busy))
        answered = wait([seat.child.connection for seat in self.busy], max(0.0, soonest - time.monotonic()))
        now = time.monotonic()
        for seat in list(self.busy):
            if seat.child.connection in answered:
                self._take(seat)
            elif seat.deadline <= now:
                seat.child.kill()
                self._end(seat, "timeout")

    def _take(self, seat: _Seat[ItemT]) -> None:
        try:
            message = memoryview(seat.child.connection.recv_bytes())
        except (EOFError, OSError):
            self._end(seat)
            return
        leaves, answer, value = message[0], message[1], message[2:]
        if answer == Answer.NO_MEMORY:
            self._end(seat, "memory")
            return
        if answer == Answer.MORE_TIME:
            seat.deadline += SECONDS.unpack(value)[0]
            return
        self.busy.remove(seat)
        self.queue.finish(seat.place, Finished(seat.item, pickle.loads(value)))
        if leaves:
            seat.child.bury()
        else:
            self.idle.append(seat.child)

    def _end(self, seat: _Seat[ItemT], kind: Kind | None = None) -> None:
        """The item's child has ended, or is about to, for the reason `kind` or one its end tells."""
        self.busy.remove(seat)
        code, facts, words = seat.child.bury()
        self.queue.finish(seat.place, Ended(seat.item, kind or kind_of(code, words), name_of(code), facts, words))

    def stop(self) -> None:
        """End the children."""
        children = [*self.idle, *(seat.child for seat in self.busy)]
        self.idle.clear()
        self.busy.clear()
        for child in children:
            child.kill()
            with contextlib.suppress(IsolationError):
                child.bury()
