-- it: I pesi degli obiettivi e la loro somma per documento
-- en: The weights of the objectives and their sum in each document
SELECT issuer, year, number, title, weight, sum(weight) OVER (PARTITION BY document_id) AS sum_of_weights
FROM objectives
WHERE weight IS NOT NULL
ORDER BY issuer, year, position
