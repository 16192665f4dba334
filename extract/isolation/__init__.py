"""Run a function on many items in child processes that are limited, watched and replaced.

    with Pool(prepare, limits=Limits(memory=512 << 20, seconds=30), jobs=2) as pool:
        digest = pool.ready()
        for batch in pool.run(read_one, paths):
            for result in batch: ...

Knows nothing of reports. What an item does to its process (takes all memory, never ends, crashes
it) becomes an `Ended` for that item, and the others go on.
"""

from __future__ import annotations

from extract.isolation.clock import extend
from extract.isolation.limits import Limits, fitting_jobs, processors
from extract.isolation.pool import Ended, Finished, Pool
from extract.isolation.recorder import record

__all__ = ["Ended", "Finished", "Limits", "Pool", "extend", "fitting_jobs", "processors", "record"]
