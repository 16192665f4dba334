-- it: Lo stesso obiettivo negli anni, con il punteggio di ogni anno
-- en: The same objective over years, with the score of each year
SELECT d.source, l.year, l.objective_number AS number,
    if(length(l.title) > 60, left(l.title, 60) || '…', l.title) AS title, l.status, l.score, l.link, l.similarity
FROM lineage l JOIN documents d USING (document_id)
WHERE l.lineage_id IN (SELECT lineage_id FROM lineage GROUP BY ALL HAVING count(*) > 1)
ORDER BY d.issuer, l.lineage_id, l.year, d.source
