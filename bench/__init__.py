"""How fast, beside what: paired ratios in one run. `python -m bench` prints them."""
