"""Where children come from: forked from a nursery on Linux, started afresh elsewhere.

macOS and Windows cannot fork a process that has loaded what ours loads. There every child prepares for itself, and
the limit on memory does not hold.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any, NamedTuple, Protocol

from extract.errors import ObiettiviError
from extract.isolation import recorder
from extract.isolation.limits import Limits
from extract.isolation.worker import serve

# What the nursery is told, and how long a message may be.
FORK, BURY, MESSAGE = b"fork", b"bury ", 1 << 16
_PATIENCE = 5.0  # seconds for a nursery to end its children and itself
# Children have one thread each, there are as many of them as processors.
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OMP_THREAD_LIMIT", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")

Prepare = Callable[[], Any]


class IsolationError(ObiettiviError):
    """The processes in which files are read cannot be had, or were ended from outside."""

    def __init__(self, reason: str) -> None:
        super().__init__("reading", reason, "see what the system says of its memory, then run the command again")

    def __reduce__(self) -> tuple[object, ...]:
        return IsolationError, (self.reason,)


class Remains(NamedTuple):
    """What is left of a child: its exit code, negative for the signal that ended it, and what it recorded last."""

    code: int
    facts: Mapping[str, str]
    words: str


class Child(Protocol):
    """A process that works off items."""

    @property
    def connection(self) -> Connection:
        """Takes the work, then items, and gives answers."""

    def kill(self) -> None:
        """End it at once."""

    def bury(self) -> Remains:
        """Wait for its end and let go of it. Raises IsolationError where the nursery is gone."""


class Crew(Protocol):
    """A source of children. Its methods raise IsolationError where there is none any more."""

    def ready(self) -> Any:
        """What `prepare` returned, once it is done. Raises ObiettiviError as that did."""

    def child(self) -> Child:
        """A new child, prepared."""

    def close(self) -> None:
        """Let go; children that are left are ended."""


def crew(prepare: Prepare, limits: Limits) -> Crew:
    """The source of children that suits this system. It begins to prepare at once."""
    return Nursery(prepare, limits) if sys.platform == "linux" else Spawning(prepare, limits)


class Nursery:
    """The parent's side of `nursery.py`."""

    def __init__(self, prepare: Prepare, limits: Limits) -> None:
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            # In a process group of its own Ctrl-C and Ctrl-Z do not reach it. -P: it imports from where this process
            # does, and from nowhere else.
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "extract.isolation.nursery", str(theirs.fileno())],
                pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, process_group=0,
                env={**os.environ, **_ONE_THREAD, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )
        self._preparing = True
        self._talk = threading.Lock()  # question and answer belong together
        self._socket.send(pickle.dumps((prepare, limits)))

    def ready(self) -> Any:
        done, answer = self._answer()
        self._preparing = False
        if not done:
            raise answer
        return answer

    def child(self) -> Child:
        ours, theirs = socket.socketpair()
        recording = recorder.blank()
        with theirs:
            pid = self.ask(FORK, [theirs.fileno(), recording])
        return _Forked(Connection(ours.detach()), recording, pid, self)

    def ask(self, message: bytes, files: list[int] | None = None) -> Any:
        """What the nursery answers to a message."""
        with self._talk:
            try:
                socket.send_fds(self._socket, [message], files or [])
            except OSError as error:
                raise self._gone() from error
            return self._answer()

    def _answer(self) -> Any:
        try:
            data = self._socket.recv(MESSAGE)
        except OSError as error:
            raise self._gone() from error
        if not data:
            raise self._gone()
        return pickle.loads(data)

    def _gone(self) -> IsolationError:
        self._process.wait()
        return IsolationError(f"the process that starts the others ended early (code {self._process.returncode})")

    def close(self) -> None:
        self._socket.close()
        if self._preparing:
            self._process.kill()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()  # and with it its children
            self._process.wait()


@dataclass(frozen=True, slots=True)
class _Forked:
    connection: Connection
    recording: int
    pid: int
    nursery: Nursery

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):  # the nursery is gone and took it along
            os.kill(self.pid, signal.SIGKILL)

    def bury(self) -> Remains:
        self.connection.close()
        try:
            status = self.nursery.ask(BURY + str(self.pid).encode())
            return Remains(os.waitstatus_to_exitcode(status), *recorder.recall(self.recording))
        finally:
            os.close(self.recording)


class Spawning:
    """Children that are started afresh and prepare for themselves."""

    def __init__(self, prepare: Prepare, limits: Limits) -> None:
        self._prepare = prepare
        self._limits = limits
        self._context = get_context("spawn")
        self._first: _Spawned | None = self._start(tell=True)

    def ready(self) -> Any:
        assert self._first is not None
        try:
            done, answer = self._first.connection.recv()
        except EOFError as error:
            code = self._first.bury().code
            raise IsolationError(f"the process that reads ended while it prepared (code {code})") from error
        if not done:
            raise answer
        return answer

    def child(self) -> Child:
        child, self._first = self._first, None
        return child or self._start(tell=False)

    def _start(self, *, tell: bool) -> _Spawned:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_begin, args=(theirs, self._prepare, self._limits, tell), daemon=True)
        process.start()
        theirs.close()
        return _Spawned(ours, process)

    def close(self) -> None:
        if self._first is not None:
            self._first.kill()
            self._first.bury()


@dataclass(frozen=True, slots=True)
class _Spawned:
    connection: Connection
    process: SpawnProcess

    def kill(self) -> None:
        self.process.kill()

    def bury(self) -> Remains:
        self.connection.close()
        self.process.join()
        return Remains(self.process.exitcode or 0, {}, "")


def _begin(connection: Connection, prepare: Prepare, limits: Limits, tell: bool) -> None:
    try:
        told = (True, prepare())
    except ObiettiviError as error:
        told = (False, error)
    if tell:
        connection.send(told)
    serve(connection, limits)
