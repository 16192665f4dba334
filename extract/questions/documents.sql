-- it: I documenti letti, con quanto contengono
-- en: The documents read, with what they hold
SELECT issuer, year, kind, title, source, pages, layout, objectives, "values", findings
FROM documents
WHERE outcome = 'read'
ORDER BY issuer, year, source
