"""What a report is: the shapes every other room speaks in.

Imports pydantic and the standard library only.
"""
