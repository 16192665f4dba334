"""How reports word things: what the checks share. Numbers, ratios, places and likeness as sentences tell them."""
