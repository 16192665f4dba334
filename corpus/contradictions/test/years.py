REPORTS: list = []
PAIRS: list = []
