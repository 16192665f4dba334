"""What stands on the page and became no value."""
