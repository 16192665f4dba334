"""Synthetic reports with planted contradictions, and their twins in which nothing is wrong."""
