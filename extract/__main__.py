"""`python -m extract`: the same as `obiettivi`."""

import sys

from extract.cli import main

sys.exit(main())
