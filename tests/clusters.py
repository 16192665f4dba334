"""A Dask scheduler and its workers as processes, and files served over HTTP."""

from __future__ import annotations

import functools
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from processes import PATIENCE, until


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing of it."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder."""
    handler = functools.partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@contextmanager
def scheduler(folder: Path) -> Iterator[str]:
    """The address of a scheduler; no worker is there yet."""
    with process("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-show", cwd=folder) as started:
        log = folder / f"{started.pid}.log"
        until(lambda: re.search(r"Scheduler at:\s+(\S+)", log.read_text()))
        found = re.search(r"Scheduler at:\s+(\S+)", log.read_text())
        assert found
        yield found[1]


@contextmanager
def worker(address: str, folder: Path, **env: str) -> Iterator[subprocess.Popen[bytes]]:
    """A worker of a scheduler, in a folder of its own where no path of anybody else leads anywhere."""
    home = folder / f"worker-{len(list(folder.iterdir()))}"
    home.mkdir()
    settings = ("--no-nanny", "--nthreads", "1", "--memory-limit", "0")
    with process("worker", address, *settings, cwd=home, **env) as started:
        log = home / f"{started.pid}.log"
        until(lambda: re.search(r"Registered to", log.read_text()))
        yield started


@contextmanager
def process(kind: str, *arguments: str, cwd: Path, **env: str) -> Iterator[subprocess.Popen[bytes]]:
    """`dask scheduler` or `dask worker`, its words in a file named by its number."""
    words = cwd / f"{kind}.log"
    command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *arguments, "--no-dashboard"]
    with words.open("wb") as log:
        settings = os.environ | {"COLUMNS": "200"} | env
        started = subprocess.Popen(command, cwd=cwd, stdout=log, stderr=log, env=settings)
    words.rename(cwd / f"{started.pid}.log")
    try:
        yield started
    finally:
        started.terminate()
        try:
            started.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            started.kill()
