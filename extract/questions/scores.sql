-- it: I punteggi del valutatore, obiettivo per obiettivo, con il massimo e la pagina
-- en: The evaluator's scores, objective by objective, with maximum and page
SELECT d.source, o.number, if(length(o.title) > 40, left(o.title, 40) || '…', o.title) AS title, s.evaluator, s.value,
    s.maximum, if(length(s.note) > 30, left(s.note, 30) || '…', s.note) AS note, s.page
FROM scores s JOIN objectives o USING (objective_id) JOIN documents d ON d.document_id = s.document_id
ORDER BY d.issuer, d.year, d.source, o.position, s.ordinal
