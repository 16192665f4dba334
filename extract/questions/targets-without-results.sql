-- it: Valori attesi di cui i risultati non riportano alcuna quantità con la stessa unità o etichetta
-- en: Targets for which the results report no quantity of the same unit or label
WITH target AS (
    SELECT objective_id, label, operator, value, unit, quote, page FROM targets
    UNION ALL
    SELECT objective_id, text, coalesce(target_operator, '='), target_value, target_unit, target_text, page FROM indicators
    WHERE target_text IS NOT NULL AND result_text IS NULL
)
SELECT o.issuer, o.year, o.number, o.title, t.label, t.operator, t.value, t.unit, t.quote, t.page
FROM target t JOIN objectives o USING (objective_id)
WHERE o.status NOT IN ('cancelled', 'not_evaluable') AND NOT EXISTS (
    SELECT 1 FROM quantities q
    WHERE q.objective_id = t.objective_id AND q.role = 'actual'
        AND (lower(q.label) = lower(t.label) OR q.unit = t.unit
            OR jaro_winkler_similarity(lower(q.label), lower(t.label)) >= 0.8)
)
ORDER BY o.issuer, o.year, o.position
