-- it: I pesi degli obiettivi e la loro somma per documento
-- en: The weights of the objectives and their sum in each document
SELECT d.source, o.number, if(length(o.title) > 60, left(o.title, 60) || '…', o.title) AS title, o.weight,
    round(sum(o.weight) OVER (PARTITION BY o.document_id), 6) AS sum_of_weights
FROM objectives o JOIN documents d USING (document_id)
WHERE o.weight IS NOT NULL
ORDER BY d.issuer, d.year, d.source, o.position
