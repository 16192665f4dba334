-- it: Obiettivi realizzati dopo la loro scadenza, con i giorni di ritardo almeno trascorsi e il punteggio
-- en: Objectives achieved after their deadline, with the days late at least and the score
SELECT o.issuer, o.year, o.number, o.title, d.date AS deadline, a.date AS achieved_on,
    a.first_day - d.last_day AS days_late, o.score, o.score_maximum, d.page AS deadline_page, a.page AS achieved_page
FROM objectives o
JOIN dates d ON d.objective_id = o.objective_id AND d.role = 'deadline'
JOIN dates a ON a.objective_id = o.objective_id AND a.role = 'achieved'
WHERE a.first_day > d.last_day
ORDER BY o.issuer, o.year, o.position
