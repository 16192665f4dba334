-- it: I riferimenti al piano di ogni obiettivo: codici strategici, operativi e target
-- en: The plan references of each objective: strategic, operational and target codes
SELECT d.source, p.objective_number AS number, p.level, p.code,
    if(length(p.title) > 60, left(p.title, 60) || '…', p.title) AS title, p.page
FROM plan_references p JOIN objectives o USING (objective_id) JOIN documents d ON d.document_id = p.document_id
ORDER BY d.issuer, d.year, d.source, o.position, p.ordinal
