"""Deadlines and what was done when."""
