-- it: Le prove di ogni valore di un obiettivo: pagina e parole
-- en: The evidence of every value of an objective: page and words
-- set number integer: numero dell'obiettivo / number of the objective
-- set year integer: anno del documento / year of the report
-- set source: nome del file / name of the file
-- set field: campo, come quantities.value o title / field, as quantities.value or title
SELECT d.source, v.objective_number AS number, v.field, if(length(v.value) > 30, left(v.value, 30) || '…', v.value) AS value,
    v.page, if(length(v.quote) > 50, left(v.quote, 50) || '…', v.quote) AS quote
FROM all_values v JOIN documents d USING (document_id)
WHERE ($number IS NULL OR v.objective_number = CAST($number AS INTEGER))
    AND ($year IS NULL OR v.year = CAST($year AS INTEGER))
    AND ($source IS NULL OR d.source = $source)
    AND ($field IS NULL OR v.field = $field OR starts_with(v.field, $field || '.'))
ORDER BY d.issuer, v.year, d.source, v.objective_id, v.item_id, v.field
