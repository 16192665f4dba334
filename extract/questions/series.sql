-- it: Le serie storiche, un anno per riga, con la variazione sull'anno prima
-- en: The series over years, one year a row, with the change on the year before
SELECT issuer, report_year, objective_number, label, year, value, unit,
    value - lag(value) OVER (PARTITION BY objective_id, label, unit ORDER BY year) AS change, page
FROM series
ORDER BY issuer, report_year, objective_number, label, year
