"""Synthetic reports from content written as data: `python -m corpus.generator`."""
