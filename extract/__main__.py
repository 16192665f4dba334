"""`python -m extract`: the same as `obiettivi`."""

import sys

from extract.start import main

sys.exit(main())
