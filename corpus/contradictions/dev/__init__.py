"""Reports that developers may look at."""
