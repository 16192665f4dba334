-- it: I riferimenti al piano di ogni obiettivo: codici strategici, operativi e target
-- en: The plan references of each objective: strategic, operational and target codes
SELECT p.issuer, p.year, p.objective_number, p.level, p.code, p.title, p.category, p.page
FROM plan_references p JOIN objectives o USING (objective_id)
ORDER BY p.issuer, p.year, o.position, p.ordinal
