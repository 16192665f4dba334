-- it: I documenti letti, con quanto contengono, e perché alcuni non hanno obiettivi
-- en: The documents read, with what they hold, and why some have no objectives
SELECT source, issuer, year, pages, objectives, "values", findings,
    if(objectives = 0, left(array_to_string(layout_reasons, '; '), 60), NULL) AS why_no_objectives
FROM documents
WHERE outcome = 'read'
ORDER BY issuer, year, source
