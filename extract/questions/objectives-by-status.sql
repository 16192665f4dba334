-- it: Quanti obiettivi per documento, stato ed esito dichiarato
-- en: How many objectives by report, status and stated outcome
SELECT d.source, d.year, o.status, o.outcome, count(*) AS objectives,
    string_agg(o.number, ', ' ORDER BY o.position) AS numbers
FROM objectives o JOIN documents d USING (document_id)
GROUP BY ALL
ORDER BY d.source, d.year, o.status, o.outcome
