"""One small module for each kind of rule and value: a block goes in, evidenced values come out."""
