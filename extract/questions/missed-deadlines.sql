-- it: Obiettivi realizzati dopo la loro scadenza, con i giorni di ritardo almeno trascorsi e il punteggio
-- en: Objectives achieved after their deadline, with the days late at least and the score
SELECT r.source, o.number, if(length(o.title) > 60, left(o.title, 60) || '…', o.title) AS title, d.date AS deadline,
    a.date AS achieved_on, a.first_day - d.last_day AS at_least_days_late, o.score, a.page
FROM objectives o
JOIN documents r USING (document_id)
JOIN dates d ON d.objective_id = o.objective_id AND d.role = 'deadline'
JOIN dates a ON a.objective_id = o.objective_id AND a.role = 'achieved'
WHERE a.first_day > d.last_day
ORDER BY r.issuer, r.year, r.source, o.position
