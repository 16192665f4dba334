-- it: Gli indicatori con valore atteso, consuntivo e grado di raggiungimento
-- en: The indicators with target, result and achievement
SELECT d.source, i.objective_number AS number, if(length(i.text) > 60, left(i.text, 60) || '…', i.text) AS indicator,
    i.weight, left(i.target_text, 20) AS target, left(i.result_text, 20) AS result, i.achievement, i.page
FROM indicators i JOIN documents d USING (document_id)
ORDER BY d.issuer, d.year, d.source, i.objective_id, i.ordinal
