"""Tables, cards and sheets as forms: what each head and label names, and the cells that answer it."""
