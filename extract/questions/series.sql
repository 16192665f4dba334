-- it: Le serie storiche, un anno per riga, con la variazione sull'anno prima
-- en: The series over years, one year a row, with the change on the year before
SELECT d.source, s.objective_number AS number, if(length(s.label) > 60, left(s.label, 60) || '…', s.label) AS label,
    s.year, s.value, s.unit, round(s.value - lag(s.value) OVER (
        PARTITION BY s.objective_id, s.label, s.unit ORDER BY s.year), 6) AS change, s.page
FROM series s JOIN documents d USING (document_id)
ORDER BY d.issuer, d.year, d.source, s.objective_id, s.label, s.year
