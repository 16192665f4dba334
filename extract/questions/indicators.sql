-- it: Gli indicatori con valore atteso, consuntivo e grado di raggiungimento
-- en: The indicators with target, result and achievement
SELECT issuer, year, objective_number, text, weight, target_text, result_text, achievement, page
FROM indicators
ORDER BY issuer, year, objective_number, ordinal
