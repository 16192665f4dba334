-- it: I rilievi dei controlli, i più gravi per primi
-- en: What the checks found, the gravest first
SELECT d.source, f.objective_number AS number, f.severity,
    if(length(f.message) > 80, left(f.message, 80) || '…', f.message) AS message, f.page
FROM findings f JOIN documents d USING (document_id)
ORDER BY CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, d.issuer, d.year, d.source,
    f.objective_number, f.ordinal
