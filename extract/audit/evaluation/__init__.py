"""Scores and outcomes."""
