-- it: Le prove di ogni valore di un obiettivo: pagina, citazione, regola
-- en: The evidence of every value of an objective: page, quote, rule
-- set number: numero dell'obiettivo / number of the objective
-- set year: anno del documento / year of the report
-- set field: campo, come quantities.value o title / field, as quantities.value or title
SELECT issuer, year, objective_number, field, value, page, quote, rule, grade, review
FROM all_values
WHERE ($number IS NULL OR objective_number = CAST($number AS INTEGER))
    AND ($year IS NULL OR year = CAST($year AS INTEGER))
    AND ($field IS NULL OR field = $field OR starts_with(field, $field || '.'))
ORDER BY issuer, year, objective_number, item_id, field
