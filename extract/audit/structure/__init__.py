"""Numbers, codes, sections and copies."""
