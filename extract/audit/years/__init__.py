"""What a report says against the report of the year before."""
