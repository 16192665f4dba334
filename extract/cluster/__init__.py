"""Files read on the machines of a Dask cluster (extra `cluster`): the same function, the same limits.

Each worker starts a nursery of its own and reads each file in a child process of it, so that a file can end a child
but no worker. A worker that is killed all the same is Dask's to replace: its files are read by the others.
"""
