-- it: Quanti obiettivi per ente, anno, stato ed esito dichiarato
-- en: How many objectives by body, year, status and stated outcome
SELECT issuer, year, status, outcome, count(*) AS objectives, string_agg(number, ', ' ORDER BY position) AS numbers
FROM objectives
GROUP BY ALL
ORDER BY issuer, year, status, outcome
