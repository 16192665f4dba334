-- it: I rilievi dei controlli, i più gravi per primi
-- en: What the checks found, the gravest first
SELECT issuer, year, objective_number, severity, "check", message, page, quote
FROM findings
ORDER BY issuer, year, CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, objective_number, ordinal
