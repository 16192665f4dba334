"""Parts, wholes, percentages, weights and achievement."""
