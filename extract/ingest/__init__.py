"""Reading many files into the database: in child processes with limits, one outcome for each file."""
