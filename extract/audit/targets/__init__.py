"""What was promised, from where it started, and what answers it."""
