-- it: Lo stesso obiettivo negli anni, con il punteggio di ogni anno
-- en: The same objective over years, with the score of each year
SELECT issuer, year, objective_number, title, status, outcome, score, score_maximum, link, similarity, previous_year
FROM lineage
WHERE lineage_id IN (SELECT lineage_id FROM lineage GROUP BY ALL HAVING count(*) > 1)
ORDER BY issuer, lineage_id, year
