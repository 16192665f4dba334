"""The nursery: a process that prepares once (rules, spaCy) and from which children are forked, ready to work.

Children are forked here and not in the program, because that has DuckDB open, whose threads and locks do not survive a
fork. Forking a prepared process takes milliseconds where preparing takes seconds, and the memory is shared.
Linux only: see `crew.py` for the others.

It speaks over one socket. First comes what to do, pickled, and what `prepare` returned goes back; then each message
is a child to fork, its two files with it, or a dead child to bury. The parent alone says when that is: until then no
other process gets its number. When the parent is gone, however it went, all children are ended.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import os
import pickle
import resource
import signal
import socket
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NoReturn

from extract.errors import ObiettiviError
from extract.isolation import recorder
from extract.isolation.crew import BURY, FORK, MESSAGE
from extract.isolation.limits import Limits
from extract.isolation.worker import serve

_PR_SET_PDEATHSIG = 1


def main() -> int:
    """Prepare, then fork and bury children for as long as the parent is there."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    gc.disable()  # what is loaded stays
    children: set[int] = set()
    try:
        with contextlib.suppress(ConnectionError):  # the parent is gone
            _attend(socket.socket(fileno=int(sys.argv[1])), children)
    finally:
        for child in children:
            os.kill(child, signal.SIGKILL)
    return 0


def _attend(parent: socket.socket, children: set[int]) -> None:
    if not (message := parent.recv(MESSAGE)):
        return
    prepare, limits = pickle.loads(message)
    try:
        parent.send(pickle.dumps((True, prepare())))
    except ObiettiviError as error:
        parent.send(pickle.dumps((False, error)))
    gc.freeze()  # no child looks through it for garbage, which would copy it
    while True:
        message, files, _, _ = socket.recv_fds(parent, MESSAGE, 2)
        if message == FORK:
            child = os.fork()
            if not child:
                children.clear()  # they are not its own
                parent.close()
                _live(limits, *files)
            children.add(child)
            for file in files:
                os.close(file)
            parent.send(pickle.dumps(child))
        elif message.startswith(BURY):
            child, status = os.waitpid(int(message.removeprefix(BURY)), 0)
            children.discard(child)
            parent.send(pickle.dumps(status))
        else:
            return


def _live(limits: Limits, connection: int, recording: int) -> NoReturn:
    """What a child does from birth to death."""
    os.dup2(recording, 2)
    os.close(recording)
    recorder.begin(2)
    gc.enable()
    _end_with_the_nursery()
    with contextlib.suppress(ConnectionError):  # the parent is gone
        serve(Connection(connection), limits)
    os._exit(0)


def _end_with_the_nursery() -> None:
    """The system ends this process when the nursery ends; this one rather than others where memory runs out."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() == 1:  # it ended before
        os._exit(0)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    Path("/proc/self/oom_score_adj").write_text("500", encoding="ascii")


if __name__ == "__main__":
    os._exit(main())  # taking apart what was loaded takes longer than forking a child
