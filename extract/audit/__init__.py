"""Audit: what a report says against what it shows. One small module for each family of checks."""
