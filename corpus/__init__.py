"""Reports whose values are known, and the demonstration that reads them. Not part of the package."""
