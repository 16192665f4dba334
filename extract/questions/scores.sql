-- it: I punteggi del valutatore, obiettivo per obiettivo, con il massimo e la pagina
-- en: The evaluator's scores, objective by objective, with maximum and page
SELECT o.issuer, o.year, o.number, o.title, s.evaluator, s.value, s.maximum, s.note, s.page
FROM scores s JOIN objectives o USING (objective_id)
ORDER BY o.issuer, o.year, o.position, s.ordinal
