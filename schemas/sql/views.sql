-- The public views: stable names, the contract's columns, corrections of reviewers already applied.
-- Recreated whenever this file changes; `main` holds the views, `store` what they are made of.

-- Partial dates: 2021-02 may mean any day of February.
CREATE MACRO store.first_day(iso) AS TRY_CAST(iso || right('0000-01-01', 10 - length(iso)) AS DATE);
CREATE MACRO store.last_day_of(iso) AS CASE length(iso)
    WHEN 4 THEN TRY_CAST(iso || '-12-31' AS DATE)
    WHEN 7 THEN last_day(TRY_CAST(iso || '-01' AS DATE))
    ELSE TRY_CAST(iso AS DATE) END;

CREATE MACRO store.path_of(kind, field) AS CASE kind
    WHEN 'objectives' THEN field
    WHEN 'documents' THEN 'report.' || field
    ELSE concat_ws('.', kind, nullif(field, '')) END;

-- Whose a report is, however its name is spelled: "C.C.I.A.A. Riviere di Liguria" and "Camera di Commercio, Industria,
-- Artigianato e Agricoltura Riviere di Liguria" are `cciaa riviere liguria`. Words that tell bodies apart all stay.
CREATE MACRO store.words_of(text) AS
    regexp_replace(regexp_replace(regexp_replace(strip_accents(lower(text)), '[.]|[(][^)]*[)]', '', 'g'),
        '[^a-z0-9]+', ' ', 'g'), '(^| )((n|d|l|di|de|del|dello|della|dei|degli|delle|dell|la|il|lo|le|i|gli|e|ed|per) )+',
        '\1', 'g');
CREATE MACRO store.body_of(issuer) AS trim(
    regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
        store.words_of(trim(issuer)),
        'camera commercio( industria| artigianato| agricoltura| iaa)*', 'cciaa'),
        'azienda (unita )?sanitaria locale|azienda (usl|ausl|asl)|\b(usl|ausl)\b', 'asl'),
        'azienda ospedaliero universitaria|azienda ospedaliera universitaria', 'aou'),
        'azienda ospedaliera', 'ao'),
        'universita studi', 'universita'),
        ' +', ' ', 'g'));

-- The one place where decisions meet values: the same bytes, field, place and words.
CREATE VIEW store.latest_decision AS
SELECT * FROM store.decision
QUALIFY row_number() OVER (PARTITION BY sha256, kind, field, anchor ORDER BY decision_id DESC) = 1;

CREATE VIEW store.ruling AS
SELECT DISTINCT l.decision_id, v.objective_id, v.item_id, l.field, l.decision, l.value, l.number
FROM store.latest_decision l
JOIN store.document d ON d.sha256 = l.sha256
JOIN store.value v ON v.document_id = d.document_id AND v.kind = l.kind AND v.anchor = l.anchor
    AND (v.field = l.field OR (l.field = '*' AND v.shown_by = ''))
JOIN store.evidence e ON e.item_id = v.item_id AND e.field = v.shown_by AND e.ordinal = 0 AND e.quote = l.quote;

CREATE VIEW store.judged AS
SELECT v.document_id, v.objective_id, v.item_id, v.kind, v.ordinal, v.field, v.shown_by, v.raw, v.value AS extracted,
    coalesce(nullif(r.decision, 'confirmed'), i.decision, r.decision, 'unreviewed') AS review,
    CASE review WHEN 'rejected' THEN NULL WHEN 'corrected' THEN r.value ELSE v.value END AS value,
    CASE review WHEN 'rejected' THEN NULL WHEN 'corrected' THEN r.number ELSE v.number END AS number
FROM store.value v
LEFT JOIN store.ruling r ON r.item_id = v.item_id AND r.field = v.field
LEFT JOIN store.ruling i ON i.item_id = v.item_id AND i.field = '*';

CREATE VIEW store.current AS SELECT * FROM store.judged WHERE review <> 'rejected';

CREATE VIEW store.heading AS
SELECT d.document_id,
    max(v.value) FILTER (v.field = 'issuer') AS issuer,
    CAST(max(v.number) FILTER (v.field = 'year') AS INTEGER) AS year,
    max(v.value) FILTER (v.field = 'title') AS title,
    max(v.value) FILTER (v.field = 'kind') AS kind
FROM store.document d
LEFT JOIN (SELECT * FROM store.current WHERE kind = 'documents') v USING (document_id)
GROUP BY ALL;

CREATE VIEW store.objective_scalars AS
SELECT o.document_id, o.objective_id, o.position,
    CAST(max(v.number) FILTER (v.field = 'number') AS INTEGER) AS number,
    max(v.value) FILTER (v.field = 'title') AS title,
    max(v.value) FILTER (v.field = 'status') AS status,
    max(v.value) FILTER (v.field = 'status_note') AS status_note,
    max(v.value) FILTER (v.field = 'action') AS action,
    max(v.number) FILTER (v.field = 'weight') AS weight,
    max(v.value) FILTER (v.field = 'outcome') AS outcome,
    max(v.number) FILTER (v.field = 'achievement') AS achievement
FROM store.objective o
LEFT JOIN (SELECT * FROM store.current WHERE kind = 'objectives') v USING (objective_id)
GROUP BY ALL;


CREATE VIEW main.plan_references AS
SELECT d.document_id, d.issuer, d.year, i.objective_id, o.number AS objective_number, i.item_id, i.ordinal, i.level, i.code, i.title, i.category, e.page, e.quote
FROM (
    SELECT document_id, objective_id, item_id, ordinal,
        max(value) FILTER (field = 'level') AS level,
        max(value) FILTER (field = 'code') AS code,
        max(value) FILTER (field = 'title') AS title,
        max(value) FILTER (field = 'category') AS category
    FROM store.current WHERE kind = 'plan_references' GROUP BY ALL
) i
JOIN store.heading d USING (document_id)
LEFT JOIN store.objective_scalars o USING (objective_id)
LEFT JOIN store.evidence e ON e.item_id = i.item_id AND e.field = '' AND e.ordinal = 0;
COMMENT ON VIEW plan_references IS 'Riferimenti al piano: area, obiettivo strategico, operativo, target / References to the plan: area, strategic and operational objective, target';
COMMENT ON COLUMN plan_references.document_id IS 'del documento; fisso per gli stessi byte / of the document; fixed for the same bytes';
COMMENT ON COLUMN plan_references.issuer IS 'amministrazione come stampata / administration as printed';
COMMENT ON COLUMN plan_references.year IS 'anno a cui si riferisce il documento / year the document reports on';
COMMENT ON COLUMN plan_references.objective_id IS 'dell''obiettivo; vuoto se il valore è del documento / of the objective; null where the value is the document''s';
COMMENT ON COLUMN plan_references.objective_number IS 'numero dopo OBIETTIVO N. / number after OBIETTIVO N.';
COMMENT ON COLUMN plan_references.item_id IS 'della riga: chiave verso evidence / of the row: key to evidence';
COMMENT ON COLUMN plan_references.ordinal IS 'posizione nell''elenco, da 0 / place in its list, from 0';
COMMENT ON COLUMN plan_references.level IS 'livello: strategic, operational, target, area, programme / level: strategic, operational, target, area, programme';
COMMENT ON COLUMN plan_references.code IS 'codice senza spazi, come A01.01 o D88.09 / code without spaces, as A01.01 or D88.09';
COMMENT ON COLUMN plan_references.title IS 'titolo nel piano / title in the plan';
COMMENT ON COLUMN plan_references.category IS 'intestazione del target / heading of the target';
COMMENT ON COLUMN plan_references.page IS 'pagina della prima prova, da 1 / page of the first evidence, from 1';
COMMENT ON COLUMN plan_references.quote IS 'parole della pagina che mostrano il valore / words of the page that show the value';

CREATE VIEW main.indicators AS
SELECT d.document_id, d.issuer, d.year, i.objective_id, o.number AS objective_number, i.item_id, i.ordinal, i.text, i.numerator, i.denominator, i.formula, i.weight, i.unit, i.source, i.baseline_text, i.baseline_operator, i.baseline_value, i.baseline_upper, i.baseline_unit, i.baseline_date, i.target_text, i.target_operator, i.target_value, i.target_upper, i.target_unit, i.target_date, i.result_text, i.result_operator, i.result_value, i.result_upper, i.result_unit, i.result_date, i.achievement, e.page, e.quote
FROM (
    SELECT document_id, objective_id, item_id, ordinal,
        max(value) FILTER (field = 'text') AS text,
        max(value) FILTER (field = 'numerator') AS numerator,
        max(value) FILTER (field = 'denominator') AS denominator,
        max(value) FILTER (field = 'formula') AS formula,
        max(number) FILTER (field = 'weight') AS weight,
        max(value) FILTER (field = 'unit') AS unit,
        max(value) FILTER (field = 'source') AS source,
        max(value) FILTER (field = 'baseline.text') AS baseline_text,
        max(value) FILTER (field = 'baseline.operator') AS baseline_operator,
        max(number) FILTER (field = 'baseline.value') AS baseline_value,
        max(number) FILTER (field = 'baseline.upper') AS baseline_upper,
        max(value) FILTER (field = 'baseline.unit') AS baseline_unit,
        max(value) FILTER (field = 'baseline.date') AS baseline_date,
        max(value) FILTER (field = 'target.text') AS target_text,
        max(value) FILTER (field = 'target.operator') AS target_operator,
        max(number) FILTER (field = 'target.value') AS target_value,
        max(number) FILTER (field = 'target.upper') AS target_upper,
        max(value) FILTER (field = 'target.unit') AS target_unit,
        max(value) FILTER (field = 'target.date') AS target_date,
        max(value) FILTER (field = 'result.text') AS result_text,
        max(value) FILTER (field = 'result.operator') AS result_operator,
        max(number) FILTER (field = 'result.value') AS result_value,
        max(number) FILTER (field = 'result.upper') AS result_upper,
        max(value) FILTER (field = 'result.unit') AS result_unit,
        max(value) FILTER (field = 'result.date') AS result_date,
        max(number) FILTER (field = 'achievement') AS achievement
    FROM store.current WHERE kind = 'indicators' GROUP BY ALL
) i
JOIN store.heading d USING (document_id)
LEFT JOIN store.objective_scalars o USING (objective_id)
LEFT JOIN store.evidence e ON e.item_id = i.item_id AND e.field = '' AND e.ordinal = 0;
COMMENT ON VIEW indicators IS 'Indicatori con valore storico, atteso e consuntivo / Indicators with baseline, target and result';
COMMENT ON COLUMN indicators.document_id IS 'del documento; fisso per gli stessi byte / of the document; fixed for the same bytes';
COMMENT ON COLUMN indicators.issuer IS 'amministrazione come stampata / administration as printed';
COMMENT ON COLUMN indicators.year IS 'anno a cui si riferisce il documento / year the document reports on';
COMMENT ON COLUMN indicators.objective_id IS 'dell''obiettivo; vuoto se il valore è del documento / of the objective; null where the value is the document''s';
COMMENT ON COLUMN indicators.objective_number IS 'numero dopo OBIETTIVO N. / number after OBIETTIVO N.';
COMMENT ON COLUMN indicators.item_id IS 'della riga: chiave verso evidence / of the row: key to evidence';
COMMENT ON COLUMN indicators.ordinal IS 'posizione nell''elenco, da 0 / place in its list, from 0';
COMMENT ON COLUMN indicators.text IS 'testo dell''indicatore / text of the indicator';
COMMENT ON COLUMN indicators.numerator IS 'numeratore / numerator';
COMMENT ON COLUMN indicators.denominator IS 'denominatore / denominator';
COMMENT ON COLUMN indicators.formula IS 'algoritmo di calcolo / formula';
COMMENT ON COLUMN indicators.weight IS 'peso in percento / weight in percent';
COMMENT ON COLUMN indicators.unit IS 'unità di misura / unit of measure';
COMMENT ON COLUMN indicators.source IS 'fonte del dato / source of the data';
COMMENT ON COLUMN indicators.baseline_text IS 'valore storico: testo / baseline: text';
COMMENT ON COLUMN indicators.baseline_operator IS 'valore storico: operatore (=, <, <=, >, >=, range) / baseline: operator (=, <, <=, >, >=, range)';
COMMENT ON COLUMN indicators.baseline_value IS 'valore storico: numero; SI e NO sono 1 e 0 con unità boolean / baseline: number; SI and NO are 1 and 0 with unit boolean';
COMMENT ON COLUMN indicators.baseline_upper IS 'valore storico: limite superiore / baseline: upper bound';
COMMENT ON COLUMN indicators.baseline_unit IS 'valore storico: unità / baseline: unit';
COMMENT ON COLUMN indicators.baseline_date IS 'valore storico: data ISO / baseline: ISO date';
COMMENT ON COLUMN indicators.target_text IS 'valore atteso: testo / target: text';
COMMENT ON COLUMN indicators.target_operator IS 'valore atteso: operatore (=, <, <=, >, >=, range) / target: operator (=, <, <=, >, >=, range)';
COMMENT ON COLUMN indicators.target_value IS 'valore atteso: numero; SI e NO sono 1 e 0 con unità boolean / target: number; SI and NO are 1 and 0 with unit boolean';
COMMENT ON COLUMN indicators.target_upper IS 'valore atteso: limite superiore / target: upper bound';
COMMENT ON COLUMN indicators.target_unit IS 'valore atteso: unità / target: unit';
COMMENT ON COLUMN indicators.target_date IS 'valore atteso: data ISO / target: ISO date';
COMMENT ON COLUMN indicators.result_text IS 'consuntivo: testo / result: text';
COMMENT ON COLUMN indicators.result_operator IS 'consuntivo: operatore (=, <, <=, >, >=, range) / result: operator (=, <, <=, >, >=, range)';
COMMENT ON COLUMN indicators.result_value IS 'consuntivo: numero; SI e NO sono 1 e 0 con unità boolean / result: number; SI and NO are 1 and 0 with unit boolean';
COMMENT ON COLUMN indicators.result_upper IS 'consuntivo: limite superiore / result: upper bound';
COMMENT ON COLUMN indicators.result_unit IS 'consuntivo: unità / result: unit';
COMMENT ON COLUMN indicators.result_date IS 'consuntivo: data ISO / result: ISO date';
COMMENT ON COLUMN indicators.achievement IS 'grado di raggiungimento in percento / stated achievement in percent';
COMMENT ON COLUMN indicators.page IS 'pagina della prima prova, da 1 / page of the first evidence, from 1';
COMMENT ON COLUMN indicators.quote IS 'parole della pagina che mostrano il valore / words of the page that show the value';

CREATE VIEW main.targets AS
SELECT d.document_id, d.issuer, d.year, i.objective_id, o.number AS objective_number, i.item_id, i.ordinal, i.label, i.operator, i.value, i.upper, i.unit, i.date, i.section, e.page, e.quote
FROM (
    SELECT document_id, objective_id, item_id, ordinal,
        max(value) FILTER (field = 'label') AS label,
        max(value) FILTER (field = 'operator') AS operator,
        max(number) FILTER (field = 'value') AS value,
        max(number) FILTER (field = 'upper') AS upper,
        max(value) FILTER (field = 'unit') AS unit,
        max(value) FILTER (field = 'date') AS date,
        max(value) FILTER (field = 'section') AS section
    FROM store.current WHERE kind = 'targets' GROUP BY ALL
) i
JOIN store.heading d USING (document_id)
LEFT JOIN store.objective_scalars o USING (objective_id)
LEFT JOIN store.evidence e ON e.item_id = i.item_id AND e.field = '' AND e.ordinal = 0;
COMMENT ON VIEW targets IS 'Valori attesi scritti nel testo: "almeno 5 eventi" è >= 5 / Targets stated in prose: "almeno 5 eventi" is >= 5';
COMMENT ON COLUMN targets.document_id IS 'del documento; fisso per gli stessi byte / of the document; fixed for the same bytes';
COMMENT ON COLUMN targets.issuer IS 'amministrazione come stampata / administration as printed';
COMMENT ON COLUMN targets.year IS 'anno a cui si riferisce il documento / year the document reports on';
COMMENT ON COLUMN targets.objective_id IS 'dell''obiettivo; vuoto se il valore è del documento / of the objective; null where the value is the document''s';
COMMENT ON COLUMN targets.objective_number IS 'numero dopo OBIETTIVO N. / number after OBIETTIVO N.';
COMMENT ON COLUMN targets.item_id IS 'della riga: chiave verso evidence / of the row: key to evidence';
COMMENT ON COLUMN targets.ordinal IS 'posizione nell''elenco, da 0 / place in its list, from 0';
COMMENT ON COLUMN targets.label IS 'di che cosa / of what';
COMMENT ON COLUMN targets.operator IS '=, <, <=, >, >=, range / =, <, <=, >, >=, range';
COMMENT ON COLUMN targets.value IS 'valore / value';
COMMENT ON COLUMN targets.upper IS 'limite superiore di range / upper bound of a range';
COMMENT ON COLUMN targets.unit IS 'unità: %, EUR, days, hours, months; vuota se non detta / unit: %, EUR, days, hours, months; null if unsaid';
COMMENT ON COLUMN targets.date IS 'data ISO / ISO date';
COMMENT ON COLUMN targets.section IS 'parte dell''obiettivo in cui si legge / part of the objective it stands in';
COMMENT ON COLUMN targets.page IS 'pagina della prima prova, da 1 / page of the first evidence, from 1';
COMMENT ON COLUMN targets.quote IS 'parole della pagina che mostrano il valore / words of the page that show the value';

CREATE VIEW main.quantities AS
SELECT d.document_id, d.issuer, d.year, i.objective_id, o.number AS objective_number, i.item_id, i.ordinal, i.value, i.unit, i.label, i.role, i.section, e.page, e.quote
FROM (
    SELECT document_id, objective_id, item_id, ordinal,
        max(number) FILTER (field = 'value') AS value,
        max(value) FILTER (field = 'unit') AS unit,
        max(value) FILTER (field = 'label') AS label,
        max(value) FILTER (field = 'role') AS role,
        max(value) FILTER (field = 'section') AS section
    FROM store.current WHERE kind = 'quantities' GROUP BY ALL
) i
JOIN store.heading d USING (document_id)
LEFT JOIN store.objective_scalars o USING (objective_id)
LEFT JOIN store.evidence e ON e.item_id = i.item_id AND e.field = '' AND e.ordinal = 0;
COMMENT ON VIEW quantities IS 'Quantità: numeri che dicono che cosa c''era o fu fatto / Quantities: numbers that say what was there or was done';
COMMENT ON COLUMN quantities.document_id IS 'del documento; fisso per gli stessi byte / of the document; fixed for the same bytes';
COMMENT ON COLUMN quantities.issuer IS 'amministrazione come stampata / administration as printed';
COMMENT ON COLUMN quantities.year IS 'anno a cui si riferisce il documento / year the document reports on';
COMMENT ON COLUMN quantities.objective_id IS 'dell''obiettivo; vuoto se il valore è del documento / of the objective; null where the value is the document''s';
COMMENT ON COLUMN quantities.objective_number IS 'numero dopo OBIETTIVO N. / number after OBIETTIVO N.';
COMMENT ON COLUMN quantities.item_id IS 'della riga: chiave verso evidence / of the row: key to evidence';
COMMENT ON COLUMN quantities.ordinal IS 'posizione nell''elenco, da 0 / place in its list, from 0';
COMMENT ON COLUMN quantities.value IS 'valore / value';
COMMENT ON COLUMN quantities.unit IS 'unità: %, EUR, days, hours, months; vuota se non detta / unit: %, EUR, days, hours, months; null if unsaid';
COMMENT ON COLUMN quantities.label IS 'di che cosa / of what';
COMMENT ON COLUMN quantities.role IS 'actual, base, baseline, component, planned, context / actual, base, baseline, component, planned, context';
COMMENT ON COLUMN quantities.section IS 'parte dell''obiettivo in cui si legge / part of the objective it stands in';
COMMENT ON COLUMN quantities.page IS 'pagina della prima prova, da 1 / page of the first evidence, from 1';
COMMENT ON COLUMN quantities.quote IS 'parole della pagina che mostrano il valore / words of the page that show the value';

CREATE VIEW main.series AS
SELECT d.document_id, d.issuer, d.year AS report_year, i.objective_id, o.number AS objective_number, i.item_id, i.ordinal, i.label, i.year, i.value, i.unit, e.page, e.quote
FROM (
    SELECT document_id, objective_id, item_id, ordinal,
        max(value) FILTER (field = 'label') AS label,
        CAST(max(number) FILTER (field = 'year') AS INTEGER) AS year,
        max(number) FILTER (field = 'value') AS value,
        max(value) FILTER (field = 'unit') AS unit
    FROM store.current WHERE kind = 'series' GROUP BY ALL
) i
JOIN store.heading d USING (document_id)
LEFT JOIN store.objective_scalars o USING (objective_id)
LEFT JOIN store.evidence e ON e.item_id = i.item_id AND e.field = '' AND e.ordinal = 0;
COMMENT ON VIEW series IS 'Serie storiche, una riga per cella; qui year è l''anno del valore e report_year quello del documento / Series over years, a row per cell; here year is the year of the value and report_year that of the document';
COMMENT ON COLUMN series.document_id IS 'del documento; fisso per gli stessi byte / of the document; fixed for the same bytes';
COMMENT ON COLUMN series.issuer IS 'amministrazione come stampata / administration as printed';
COMMENT ON COLUMN series.report_year IS 'anno a cui si riferisce il documento / year the document reports on';
COMMENT ON COLUMN series.objective_id IS 'dell''obiettivo; vuoto se il valore è del documento / of the objective; null where the value is the document''s';
COMMENT ON COLUMN series.objective_number IS 'numero dopo OBIETTIVO N. / number after OBIETTIVO N.';
COMMENT ON COLUMN series.item_id IS 'della riga: chiave verso evidence / of the row: key to evidence';
COMMENT ON COLUMN series.ordinal IS 'posizione nell''elenco, da 0 / place in its list, from 0';
COMMENT ON COLUMN series.label IS 'di che cosa / of what';
COMMENT ON COLUMN series.year IS 'anno del valore / year of the value';
COMMENT ON COLUMN series.value IS 'valore / value';
COMMENT ON COLUMN series.unit IS 'unità: %, EUR, days, hours, months; vuota se non detta / unit: %, EUR, days, hours, months; null if unsaid';
COMMENT ON COLUMN series.page IS 'pagina della prima prova, da 1 / page of the first evidence, from 1';
COMMENT ON COLUMN series.quote IS 'parole della pagina che mostrano il valore / words of the page that show the value';

CREATE VIEW main.dates AS
SELECT d.document_id, d.issuer, d.year, i.objective_id, o.number AS objective_number, i.item_id, i.ordinal, i.date, i.precision, i.role, i.section, store.first_day(i.date) AS first_day, store.last_day_of(i.date) AS last_day, e.page, e.quote
FROM (
    SELECT document_id, objective_id, item_id, ordinal,
        max(value) FILTER (field = 'date') AS date,
        max(value) FILTER (field = 'precision') AS precision,
        max(value) FILTER (field = 'role') AS role,
        max(value) FILTER (field = 'section') AS section
    FROM store.current WHERE kind = 'dates' GROUP BY ALL
) i
JOIN store.heading d USING (document_id)
LEFT JOIN store.objective_scalars o USING (objective_id)
LEFT JOIN store.evidence e ON e.item_id = i.item_id AND e.field = '' AND e.ordinal = 0;
COMMENT ON VIEW dates IS 'Date con il loro ruolo, parziali se la pagina è parziale (2021-02) / Dates with their role, partial where the page is partial (2021-02)';
COMMENT ON COLUMN dates.document_id IS 'del documento; fisso per gli stessi byte / of the document; fixed for the same bytes';
COMMENT ON COLUMN dates.issuer IS 'amministrazione come stampata / administration as printed';
COMMENT ON COLUMN dates.year IS 'anno a cui si riferisce il documento / year the document reports on';
COMMENT ON COLUMN dates.objective_id IS 'dell''obiettivo; vuoto se il valore è del documento / of the objective; null where the value is the document''s';
COMMENT ON COLUMN dates.objective_number IS 'numero dopo OBIETTIVO N. / number after OBIETTIVO N.';
COMMENT ON COLUMN dates.item_id IS 'della riga: chiave verso evidence / of the row: key to evidence';
COMMENT ON COLUMN dates.ordinal IS 'posizione nell''elenco, da 0 / place in its list, from 0';
COMMENT ON COLUMN dates.date IS 'data ISO, troncata alla precisione / ISO date, cut to its precision';
COMMENT ON COLUMN dates.precision IS 'day, month, year / day, month, year';
COMMENT ON COLUMN dates.role IS 'deadline, achieved, baseline, act / deadline, achieved, baseline, act';
COMMENT ON COLUMN dates.section IS 'parte dell''obiettivo in cui si legge / part of the objective it stands in';
COMMENT ON COLUMN dates.first_day IS 'primo giorno che la data può indicare / first day the date may mean';
COMMENT ON COLUMN dates.last_day IS 'ultimo giorno che la data può indicare / last day the date may mean';
COMMENT ON COLUMN dates.page IS 'pagina della prima prova, da 1 / page of the first evidence, from 1';
COMMENT ON COLUMN dates.quote IS 'parole della pagina che mostrano il valore / words of the page that show the value';

CREATE VIEW main.scores AS
SELECT d.document_id, d.issuer, d.year, i.objective_id, o.number AS objective_number, i.item_id, i.ordinal, i.evaluator, i.value, i.maximum, i.note, e.page, e.quote
FROM (
    SELECT document_id, objective_id, item_id, ordinal,
        max(value) FILTER (field = 'evaluator') AS evaluator,
        max(number) FILTER (field = 'value') AS value,
        max(number) FILTER (field = 'maximum') AS maximum,
        max(value) FILTER (field = 'note') AS note
    FROM store.current WHERE kind = 'scores' GROUP BY ALL
) i
JOIN store.heading d USING (document_id)
LEFT JOIN store.objective_scalars o USING (objective_id)
LEFT JOIN store.evidence e ON e.item_id = i.item_id AND e.field = '' AND e.ordinal = 0;
COMMENT ON VIEW scores IS 'Punteggi del valutatore (OIV o Nucleo) con il loro massimo / Scores of the evaluator (OIV or Nucleo) with their maximum';
COMMENT ON COLUMN scores.document_id IS 'del documento; fisso per gli stessi byte / of the document; fixed for the same bytes';
COMMENT ON COLUMN scores.issuer IS 'amministrazione come stampata / administration as printed';
COMMENT ON COLUMN scores.year IS 'anno a cui si riferisce il documento / year the document reports on';
COMMENT ON COLUMN scores.objective_id IS 'dell''obiettivo; vuoto se il valore è del documento / of the objective; null where the value is the document''s';
COMMENT ON COLUMN scores.objective_number IS 'numero dopo OBIETTIVO N. / number after OBIETTIVO N.';
COMMENT ON COLUMN scores.item_id IS 'della riga: chiave verso evidence / of the row: key to evidence';
COMMENT ON COLUMN scores.ordinal IS 'posizione nell''elenco, da 0 / place in its list, from 0';
COMMENT ON COLUMN scores.evaluator IS 'chi valuta, come stampato / who evaluates, as printed';
COMMENT ON COLUMN scores.value IS 'punteggio / score';
COMMENT ON COLUMN scores.maximum IS 'massimo / maximum';
COMMENT ON COLUMN scores.note IS 'che cosa limita il punteggio / what limits the score';
COMMENT ON COLUMN scores.page IS 'pagina della prima prova, da 1 / page of the first evidence, from 1';
COMMENT ON COLUMN scores.quote IS 'parole della pagina che mostrano il valore / words of the page that show the value';

CREATE VIEW main.footnotes AS
SELECT d.document_id, d.issuer, d.year, i.objective_id, o.number AS objective_number, i.item_id, i.ordinal, i.mark, i.text, e.page, e.quote
FROM (
    SELECT document_id, objective_id, item_id, ordinal,
        max(value) FILTER (field = 'mark') AS mark,
        max(value) FILTER (field = 'text') AS text
    FROM store.current WHERE kind = 'footnotes' GROUP BY ALL
) i
JOIN store.heading d USING (document_id)
LEFT JOIN store.objective_scalars o USING (objective_id)
LEFT JOIN store.evidence e ON e.item_id = i.item_id AND e.field = '' AND e.ordinal = 0;
COMMENT ON VIEW footnotes IS 'Note a piè di pagina / Footnotes';
COMMENT ON COLUMN footnotes.document_id IS 'del documento; fisso per gli stessi byte / of the document; fixed for the same bytes';
COMMENT ON COLUMN footnotes.issuer IS 'amministrazione come stampata / administration as printed';
COMMENT ON COLUMN footnotes.year IS 'anno a cui si riferisce il documento / year the document reports on';
COMMENT ON COLUMN footnotes.objective_id IS 'dell''obiettivo; vuoto se il valore è del documento / of the objective; null where the value is the document''s';
COMMENT ON COLUMN footnotes.objective_number IS 'numero dopo OBIETTIVO N. / number after OBIETTIVO N.';
COMMENT ON COLUMN footnotes.item_id IS 'della riga: chiave verso evidence / of the row: key to evidence';
COMMENT ON COLUMN footnotes.ordinal IS 'posizione nell''elenco, da 0 / place in its list, from 0';
COMMENT ON COLUMN footnotes.mark IS 'richiamo / mark that calls it';
COMMENT ON COLUMN footnotes.text IS 'testo / text';
COMMENT ON COLUMN footnotes.page IS 'pagina della prima prova, da 1 / page of the first evidence, from 1';
COMMENT ON COLUMN footnotes.quote IS 'parole della pagina che mostrano il valore / words of the page that show the value';

CREATE VIEW main.citations AS
SELECT d.document_id, d.issuer, d.year, i.objective_id, o.number AS objective_number, i.item_id, i.ordinal, i.text, e.page, e.quote
FROM (
    SELECT document_id, objective_id, item_id, ordinal,
        max(value) FILTER (field = 'text') AS text
    FROM store.current WHERE kind = 'citations' GROUP BY ALL
) i
JOIN store.heading d USING (document_id)
LEFT JOIN store.objective_scalars o USING (objective_id)
LEFT JOIN store.evidence e ON e.item_id = i.item_id AND e.field = '' AND e.ordinal = 0;
COMMENT ON VIEW citations IS 'Atti e leggi citati / Acts and laws cited';
COMMENT ON COLUMN citations.document_id IS 'del documento; fisso per gli stessi byte / of the document; fixed for the same bytes';
COMMENT ON COLUMN citations.issuer IS 'amministrazione come stampata / administration as printed';
COMMENT ON COLUMN citations.year IS 'anno a cui si riferisce il documento / year the document reports on';
COMMENT ON COLUMN citations.objective_id IS 'dell''obiettivo; vuoto se il valore è del documento / of the objective; null where the value is the document''s';
COMMENT ON COLUMN citations.objective_number IS 'numero dopo OBIETTIVO N. / number after OBIETTIVO N.';
COMMENT ON COLUMN citations.item_id IS 'della riga: chiave verso evidence / of the row: key to evidence';
COMMENT ON COLUMN citations.ordinal IS 'posizione nell''elenco, da 0 / place in its list, from 0';
COMMENT ON COLUMN citations.text IS 'citazione / citation';
COMMENT ON COLUMN citations.page IS 'pagina della prima prova, da 1 / page of the first evidence, from 1';
COMMENT ON COLUMN citations.quote IS 'parole della pagina che mostrano il valore / words of the page that show the value';

CREATE VIEW main.findings AS
SELECT d.document_id, d.issuer, d.year, i.objective_id, o.number AS objective_number, i.item_id, i.ordinal, i."check", i.severity, i.message, i.message_en, e.page, e.quote
FROM (
    SELECT document_id, objective_id, item_id, ordinal,
        max(value) FILTER (field = 'check') AS "check",
        max(value) FILTER (field = 'severity') AS severity,
        max(value) FILTER (field = 'message') AS message,
        max(value) FILTER (field = 'message_en') AS message_en
    FROM store.current WHERE kind = 'findings' GROUP BY ALL
) i
JOIN store.heading d USING (document_id)
LEFT JOIN store.objective_scalars o USING (objective_id)
LEFT JOIN store.evidence e ON e.item_id = i.item_id AND e.field = '' AND e.ordinal = 0;
COMMENT ON VIEW findings IS 'Rilievi dei controlli: che cosa contraddice che cosa / What the audit checks found: what contradicts what';
COMMENT ON COLUMN findings.document_id IS 'del documento; fisso per gli stessi byte / of the document; fixed for the same bytes';
COMMENT ON COLUMN findings.issuer IS 'amministrazione come stampata / administration as printed';
COMMENT ON COLUMN findings.year IS 'anno a cui si riferisce il documento / year the document reports on';
COMMENT ON COLUMN findings.objective_id IS 'dell''obiettivo; vuoto se il valore è del documento / of the objective; null where the value is the document''s';
COMMENT ON COLUMN findings.objective_number IS 'numero dopo OBIETTIVO N. / number after OBIETTIVO N.';
COMMENT ON COLUMN findings.item_id IS 'della riga: chiave verso evidence / of the row: key to evidence';
COMMENT ON COLUMN findings.ordinal IS 'posizione nell''elenco, da 0 / place in its list, from 0';
COMMENT ON COLUMN findings."check" IS 'controllo (scrivere "check" o f.check) / check (write "check" or f.check)';
COMMENT ON COLUMN findings.severity IS 'error, warning, notice / error, warning, notice';
COMMENT ON COLUMN findings.message IS 'frase italiana / Italian sentence';
COMMENT ON COLUMN findings.message_en IS 'frase inglese / English sentence';
COMMENT ON COLUMN findings.page IS 'pagina della prima prova, da 1 / page of the first evidence, from 1';
COMMENT ON COLUMN findings.quote IS 'parole della pagina che mostrano il valore / words of the page that show the value';

CREATE VIEW main.confirmations AS
SELECT d.document_id, d.issuer, d.year, i.objective_id, o.number AS objective_number, i.item_id, i.ordinal, i."check", i.message, i.message_en, e.page, e.quote
FROM (
    SELECT document_id, objective_id, item_id, ordinal,
        max(value) FILTER (field = 'check') AS "check",
        max(value) FILTER (field = 'message') AS message,
        max(value) FILTER (field = 'message_en') AS message_en
    FROM store.current WHERE kind = 'confirmations' GROUP BY ALL
) i
JOIN store.heading d USING (document_id)
LEFT JOIN store.objective_scalars o USING (objective_id)
LEFT JOIN store.evidence e ON e.item_id = i.item_id AND e.field = '' AND e.ordinal = 0;
COMMENT ON VIEW confirmations IS 'Conferme dei controlli: che cosa è stato confrontato e torna / What the audit checks compared and found to hold';
COMMENT ON COLUMN confirmations.document_id IS 'del documento; fisso per gli stessi byte / of the document; fixed for the same bytes';
COMMENT ON COLUMN confirmations.issuer IS 'amministrazione come stampata / administration as printed';
COMMENT ON COLUMN confirmations.year IS 'anno a cui si riferisce il documento / year the document reports on';
COMMENT ON COLUMN confirmations.objective_id IS 'dell''obiettivo; vuoto se il valore è del documento / of the objective; null where the value is the document''s';
COMMENT ON COLUMN confirmations.objective_number IS 'numero dopo OBIETTIVO N. / number after OBIETTIVO N.';
COMMENT ON COLUMN confirmations.item_id IS 'della riga: chiave verso evidence / of the row: key to evidence';
COMMENT ON COLUMN confirmations.ordinal IS 'posizione nell''elenco, da 0 / place in its list, from 0';
COMMENT ON COLUMN confirmations."check" IS 'controllo (scrivere "check" o f.check) / check (write "check" or f.check)';
COMMENT ON COLUMN confirmations.message IS 'frase italiana / Italian sentence';
COMMENT ON COLUMN confirmations.message_en IS 'frase inglese / English sentence';
COMMENT ON COLUMN confirmations.page IS 'pagina della prima prova, da 1 / page of the first evidence, from 1';
COMMENT ON COLUMN confirmations.quote IS 'parole della pagina che mostrano il valore / words of the page that show the value';

CREATE VIEW main.sections AS
SELECT d.document_id, d.issuer, d.year, v.objective_id, o.number AS objective_number, v.item_id, v.ordinal,
    v.field AS section, v.value AS text, e.page
FROM store.current v
JOIN store.heading d USING (document_id)
LEFT JOIN store.objective_scalars o USING (objective_id)
LEFT JOIN store.evidence e ON e.item_id = v.item_id AND e.field = '' AND e.ordinal = 0
WHERE v.kind = 'sections';

CREATE VIEW main.all_values AS
SELECT d.document_id, d.issuer, d.year, v.objective_id, o.number AS objective_number, v.item_id, v.ordinal,
    store.path_of(v.kind, v.field) AS field, coalesce(v.raw, e.quote) AS raw, v.value, v.number, v.extracted,
    e.page, e.quote, e.rule, e.grade, v.review
FROM store.judged v
JOIN store.heading d USING (document_id)
LEFT JOIN store.objective_scalars o USING (objective_id)
LEFT JOIN store.evidence e ON e.item_id = v.item_id AND e.field = v.shown_by AND e.ordinal = 0
WHERE v.kind NOT IN ('findings', 'confirmations');

CREATE VIEW main.evidence AS
SELECT d.document_id, d.issuer, d.year, e.objective_id, o.number AS objective_number, e.item_id,
    store.path_of(e.kind, CASE e.kind WHEN 'sections' THEN split_part(e.item_id, ':sections.', 2) ELSE e.field END) AS field,
    e.ordinal, e.page, e.start, e."end", e.quote, e.boxes, e.rule, e.grade, e.pack, e.confidence, f.source
FROM store.evidence e
JOIN store.document f USING (document_id)
JOIN store.heading d USING (document_id)
LEFT JOIN store.objective_scalars o USING (objective_id);

CREATE VIEW main.decisions AS
SELECT f.document_id, d.issuer, d.year, r.objective_id, r.item_id, x.decision_id, x.decided_at, x.reviewer, x.sha256,
    store.path_of(x.kind, x.field) AS field, x.anchor, x.quote, x.decision, x.value, x.note,
    CASE WHEN r.decision_id IS NOT NULL THEN 'applied'
        WHEN x.decision_id IN (SELECT decision_id FROM store.latest_decision) THEN 'conflict'
        ELSE 'superseded' END AS state
FROM store.decision x
LEFT JOIN store.ruling r USING (decision_id)
LEFT JOIN store.document f ON f.sha256 = x.sha256 AND f.outcome = 'read'
LEFT JOIN store.heading d ON d.document_id = f.document_id;

CREATE VIEW main.documents AS
SELECT f.document_id, d.issuer, d.year, d.title, d.kind, f.outcome, f.failure_kind, f.message, f.page, f.source, f.path,
    f.sha256, f.bytes, f.pages, f.unread_pages, f.layout, f.layout_confidence, f.layout_reasons, f.rules_name, f.rules_version, f.rules_digest, f.engine,
    f.ingested_at, coalesce(o.objectives, 0) AS objectives, coalesce(v.values, 0) AS values,
    coalesce(v.findings, 0) AS findings
FROM store.document f
JOIN store.heading d USING (document_id)
LEFT JOIN (SELECT document_id, count(*) AS objectives FROM store.objective GROUP BY ALL) o USING (document_id)
LEFT JOIN (
    SELECT document_id, count(*) FILTER (kind NOT IN ('findings', 'confirmations')) AS values,
        count(*) FILTER (kind = 'findings' AND field = 'check') AS findings
    FROM store.value GROUP BY ALL
) v USING (document_id);

-- Every list is gone through once: views of views take DuckDB longer to understand than to answer.
CREATE VIEW main.objectives AS
SELECT d.document_id, d.issuer, d.year, o.objective_id, o.position, o.number, o.title, o.status, o.status_note, o.action,
    o.weight, o.outcome, o.achievement, i.strategic_codes, i.operational_codes, i.target_codes,
    i.score, i.score_maximum, i.score_note, i.deadline, i.achieved_on,
    i.action_text, i.description, i.expected_benefits, i.indicator, i.results, i.notes,
    coalesce(i.indicators, 0) AS indicators, coalesce(i.targets, 0) AS targets, coalesce(i.findings, 0) AS findings, e.page
FROM store.objective_scalars o
JOIN store.heading d USING (document_id)
LEFT JOIN (
    SELECT objective_id,
        string_agg(code, ', ' ORDER BY ordinal) FILTER (kind = 'plan_references' AND level = 'strategic') AS strategic_codes,
        string_agg(code, ', ' ORDER BY ordinal) FILTER (kind = 'plan_references' AND level = 'operational') AS operational_codes,
        string_agg(code, ', ' ORDER BY ordinal) FILTER (kind = 'plan_references' AND level = 'target') AS target_codes,
        first(value ORDER BY ordinal) FILTER (kind = 'scores') AS score,
        first(maximum ORDER BY ordinal) FILTER (kind = 'scores') AS score_maximum,
        first(note ORDER BY ordinal) FILTER (kind = 'scores') AS score_note,
        max(date) FILTER (kind = 'dates' AND role = 'deadline') AS deadline,
        max(date) FILTER (kind = 'dates' AND role = 'achieved') AS achieved_on,
        max(action_text) AS action_text, max(description) AS description, max(expected_benefits) AS expected_benefits,
        max(indicator) AS indicator, max(results) AS results, max(notes) AS notes,
        count(*) FILTER (kind = 'indicators') AS indicators, count(*) FILTER (kind = 'targets') AS targets,
        count(*) FILTER (kind = 'findings') AS findings
    FROM (
        SELECT objective_id, kind, item_id, min(ordinal) AS ordinal,
            max(value) FILTER (field = 'level') AS level,
            max(value) FILTER (field = 'code') AS code,
            max(number) FILTER (field = 'value') AS value,
            max(number) FILTER (field = 'maximum') AS maximum,
            max(value) FILTER (field = 'note') AS note,
            max(value) FILTER (field = 'date') AS date,
            max(value) FILTER (field = 'role') AS role,
            max(value) FILTER (kind = 'sections' AND field = 'action') AS action_text,
            max(value) FILTER (kind = 'sections' AND field = 'description') AS description,
            max(value) FILTER (kind = 'sections' AND field = 'expected_benefits') AS expected_benefits,
            max(value) FILTER (kind = 'sections' AND field = 'indicator') AS indicator,
            max(value) FILTER (kind = 'sections' AND field = 'results') AS results,
            max(value) FILTER (kind = 'sections' AND field = 'notes') AS notes
        FROM store.current
        WHERE kind IN ('plan_references', 'scores', 'dates', 'sections', 'indicators', 'targets', 'findings')
        GROUP BY objective_id, kind, item_id
    ) GROUP BY objective_id
) i USING (objective_id)
LEFT JOIN store.evidence e ON e.item_id = o.objective_id AND e.field = 'title' AND e.ordinal = 0;

-- The same objective over years: of the same issuer, by operational or target code, else by title. Each objective
-- points to one of the nearest earlier year that has a match; following the pointers gives the lineage.
CREATE VIEW store.predecessor AS
WITH objective AS MATERIALIZED (
    SELECT o.objective_id, d.year, store.body_of(d.issuer) AS body,
        regexp_replace(strip_accents(lower(o.title)), '[^a-z0-9]+', ' ', 'g') AS plain
    FROM store.objective_scalars o JOIN store.heading d USING (document_id)
    WHERE d.year IS NOT NULL AND d.issuer IS NOT NULL
),
code AS MATERIALIZED (
    SELECT DISTINCT o.objective_id, o.body, o.year, o.plain, p.level, p.code
    FROM objective o JOIN main.plan_references p USING (objective_id)
    WHERE p.level IN ('operational', 'target') AND p.code IS NOT NULL
),
by_code AS MATERIALIZED (
    SELECT a.objective_id, b.objective_id AS previous_objective_id, b.year AS previous_year, a.level AS link,
        jaro_winkler_similarity(a.plain, b.plain) AS similarity
    FROM code a JOIN code b ON a.body = b.body AND a.level = b.level AND a.code = b.code AND b.year < a.year
),
by_title AS (
    SELECT a.objective_id, b.objective_id AS previous_objective_id, b.year AS previous_year, 'title' AS link,
        jaro_winkler_similarity(a.plain, b.plain) AS similarity
    FROM objective a JOIN objective b ON a.body = b.body AND b.year < a.year
    WHERE a.objective_id NOT IN (SELECT objective_id FROM by_code) AND similarity >= 0.92
)
SELECT objective_id, previous_objective_id, previous_year, link, round(similarity, 3) AS similarity
FROM (FROM by_code UNION ALL FROM by_title)
QUALIFY row_number() OVER (
    PARTITION BY objective_id ORDER BY previous_year DESC, link, similarity DESC NULLS LAST, previous_objective_id
) = 1;

CREATE VIEW main.lineage AS
WITH RECURSIVE link AS MATERIALIZED (FROM store.predecessor),
chain AS (
    SELECT o.objective_id, o.objective_id AS lineage_id FROM store.objective o
    WHERE o.objective_id NOT IN (SELECT objective_id FROM link)
    UNION ALL
    SELECT p.objective_id, c.lineage_id FROM link p JOIN chain c ON c.objective_id = p.previous_objective_id
)
SELECT c.lineage_id, o.document_id, o.issuer, o.year, o.objective_id, o.number AS objective_number, o.title, o.status,
    o.outcome, o.achievement, o.score, o.score_maximum, p.previous_objective_id, p.previous_year, p.link, p.similarity
FROM chain c
JOIN main.objectives o USING (objective_id)
LEFT JOIN link p USING (objective_id);

COMMENT ON VIEW documents IS 'Ogni file offerto, letto o no, una riga ciascuno / Every file offered, read or failed, one row each';
COMMENT ON COLUMN documents.document_id IS 'del documento; fisso per gli stessi byte / of the document; fixed for the same bytes';
COMMENT ON COLUMN documents.issuer IS 'amministrazione come stampata / administration as printed';
COMMENT ON COLUMN documents.year IS 'anno a cui si riferisce il documento / year the document reports on';
COMMENT ON COLUMN documents.title IS 'titolo come stampato / title as printed';
COMMENT ON COLUMN documents.kind IS 'report (relazione) o plan (piano) / report or plan';
COMMENT ON COLUMN documents.outcome IS 'read (letto) o failed (non letto) / read or failed';
COMMENT ON COLUMN documents.failure_kind IS 'tipo di errore: missing, encrypted, no_text, memory, timeout, ... / kind of failure: missing, encrypted, no_text, memory, timeout, ...';
COMMENT ON COLUMN documents.message IS 'motivo e rimedio / reason and remedy';
COMMENT ON COLUMN documents.page IS 'pagina dell''errore / page of the failure';
COMMENT ON COLUMN documents.source IS 'nome del file / name of the file';
COMMENT ON COLUMN documents.path IS 'percorso assoluto / absolute path';
COMMENT ON COLUMN documents.sha256 IS 'impronta dei byte / hash of the bytes';
COMMENT ON COLUMN documents.bytes IS 'dimensione in byte / size in bytes';
COMMENT ON COLUMN documents.pages IS 'numero di pagine / page count';
COMMENT ON COLUMN documents.layout IS 'impaginazione riconosciuta / layout recognised';
COMMENT ON COLUMN documents.layout_confidence IS 'quota di obiettivi letti per intero, da 0 a 1 / share of objectives that came out whole';
COMMENT ON COLUMN documents.unread_pages IS 'pagine senza testo leggibile / pages without text that can be read';
COMMENT ON COLUMN documents.layout_reasons IS 'perché / why';
COMMENT ON COLUMN documents.rules_name IS 'pacchetto di regole / rule pack';
COMMENT ON COLUMN documents.rules_version IS 'sua versione / its version';
COMMENT ON COLUMN documents.rules_digest IS 'sua impronta / its hash';
COMMENT ON COLUMN documents.engine IS 'lettore e versione / reader and version';
COMMENT ON COLUMN documents.ingested_at IS 'quando, UTC / when, UTC';
COMMENT ON COLUMN documents.objectives IS 'quanti obiettivi / how many objectives';
COMMENT ON COLUMN documents.values IS 'quanti valori (righe di all_values) / how many values (rows of all_values)';
COMMENT ON COLUMN documents.findings IS 'quanti rilievi / how many findings';

COMMENT ON VIEW objectives IS 'Obiettivi, una riga larga ciascuno / Objectives, one wide row each';
COMMENT ON COLUMN objectives.document_id IS 'del documento; fisso per gli stessi byte / of the document; fixed for the same bytes';
COMMENT ON COLUMN objectives.issuer IS 'amministrazione come stampata / administration as printed';
COMMENT ON COLUMN objectives.year IS 'anno a cui si riferisce il documento / year the document reports on';
COMMENT ON COLUMN objectives.objective_id IS 'dell''obiettivo; vuoto se il valore è del documento / of the objective; null where the value is the document''s';
COMMENT ON COLUMN objectives.position IS 'posizione nel documento, da 1 / place in the document, from 1';
COMMENT ON COLUMN objectives.number IS 'numero dopo OBIETTIVO N. / number after OBIETTIVO N.';
COMMENT ON COLUMN objectives.title IS 'titolo / title';
COMMENT ON COLUMN objectives.status IS 'reported, changed, postponed, cancelled, not_evaluable / reported, changed, postponed, cancelled, not_evaluable';
COMMENT ON COLUMN objectives.status_note IS 'le parole che lo dicono / the words that say so';
COMMENT ON COLUMN objectives.action IS 'new, maintenance, efficiency; vuoto se non detto / new, maintenance, efficiency; null if unsaid';
COMMENT ON COLUMN objectives.weight IS 'peso in percento / weight in percent';
COMMENT ON COLUMN objectives.outcome IS 'achieved, partly_achieved, not_achieved se il testo lo dice / achieved, partly_achieved, not_achieved where the text says so';
COMMENT ON COLUMN objectives.achievement IS 'grado di raggiungimento in percento / stated achievement in percent';
COMMENT ON COLUMN objectives.strategic_codes IS 'codici strategici / strategic codes';
COMMENT ON COLUMN objectives.operational_codes IS 'codici operativi / operational codes';
COMMENT ON COLUMN objectives.target_codes IS 'codici dei target / target codes';
COMMENT ON COLUMN objectives.score IS 'primo punteggio / first score';
COMMENT ON COLUMN objectives.score_maximum IS 'suo massimo / its maximum';
COMMENT ON COLUMN objectives.score_note IS 'nota al punteggio / note on the score';
COMMENT ON COLUMN objectives.deadline IS 'ultima scadenza, ISO / latest deadline, ISO';
COMMENT ON COLUMN objectives.achieved_on IS 'ultima data di realizzazione, ISO / latest date of achievement, ISO';
COMMENT ON COLUMN objectives.action_text IS 'testo: azione / text: action';
COMMENT ON COLUMN objectives.description IS 'testo: descrizione / text: description';
COMMENT ON COLUMN objectives.expected_benefits IS 'testo: benefici attesi / text: expected benefits';
COMMENT ON COLUMN objectives.indicator IS 'testo: indicatore / text: indicator';
COMMENT ON COLUMN objectives.results IS 'testo: risultati / text: results';
COMMENT ON COLUMN objectives.notes IS 'testo: note / text: notes';
COMMENT ON COLUMN objectives.indicators IS 'quanti indicatori / how many indicators';
COMMENT ON COLUMN objectives.targets IS 'quanti valori attesi nel testo / how many targets in prose';
COMMENT ON COLUMN objectives.findings IS 'quanti rilievi / how many findings';
COMMENT ON COLUMN objectives.page IS 'pagina del titolo / page of the title';

COMMENT ON VIEW sections IS 'Testo delle parti di un obiettivo / Text of the parts of an objective';
COMMENT ON COLUMN sections.document_id IS 'del documento; fisso per gli stessi byte / of the document; fixed for the same bytes';
COMMENT ON COLUMN sections.issuer IS 'amministrazione come stampata / administration as printed';
COMMENT ON COLUMN sections.year IS 'anno a cui si riferisce il documento / year the document reports on';
COMMENT ON COLUMN sections.objective_id IS 'dell''obiettivo; vuoto se il valore è del documento / of the objective; null where the value is the document''s';
COMMENT ON COLUMN sections.objective_number IS 'numero dopo OBIETTIVO N. / number after OBIETTIVO N.';
COMMENT ON COLUMN sections.item_id IS 'della riga: chiave verso evidence / of the row: key to evidence';
COMMENT ON COLUMN sections.ordinal IS 'posizione nell''elenco, da 0 / place in its list, from 0';
COMMENT ON COLUMN sections.section IS 'parte: action, description, expected_benefits, indicator, results, notes / part: action, description, expected_benefits, indicator, results, notes';
COMMENT ON COLUMN sections.text IS 'testo / text';
COMMENT ON COLUMN sections.page IS 'pagina della prima prova, da 1 / page of the first evidence, from 1';

COMMENT ON VIEW evidence IS 'Prove: dove sulla pagina si vede un valore / Evidence: where on the page a value is seen';
COMMENT ON COLUMN evidence.document_id IS 'del documento; fisso per gli stessi byte / of the document; fixed for the same bytes';
COMMENT ON COLUMN evidence.issuer IS 'amministrazione come stampata / administration as printed';
COMMENT ON COLUMN evidence.year IS 'anno a cui si riferisce il documento / year the document reports on';
COMMENT ON COLUMN evidence.objective_id IS 'dell''obiettivo; vuoto se il valore è del documento / of the objective; null where the value is the document''s';
COMMENT ON COLUMN evidence.objective_number IS 'numero dopo OBIETTIVO N. / number after OBIETTIVO N.';
COMMENT ON COLUMN evidence.item_id IS 'della riga: chiave verso evidence / of the row: key to evidence';
COMMENT ON COLUMN evidence.field IS 'campo mostrato, come in all_values; il nome dell''elenco se mostra tutta la riga / field shown, as in all_values; the name of the list where it shows the whole row';
COMMENT ON COLUMN evidence.ordinal IS 'posizione tra le prove del valore, da 0 / place among the evidence of the value, from 0';
COMMENT ON COLUMN evidence.page IS 'pagina, da 1 / page, from 1';
COMMENT ON COLUMN evidence.start IS 'primo carattere nel testo canonico / first character in the canonical text';
COMMENT ON COLUMN evidence."end" IS 'dopo l''ultimo carattere (scrivere "end" o e.end) / after the last character (write "end" or e.end)';
COMMENT ON COLUMN evidence.quote IS 'parole della pagina / words of the page';
COMMENT ON COLUMN evidence.boxes IS 'riquadri [x0, top, x1, bottom] in punti, uno per riga / boxes [x0, top, x1, bottom] in points, one per line';
COMMENT ON COLUMN evidence.rule IS 'regola o componente che l''ha letto / rule or component that read it';
COMMENT ON COLUMN evidence.grade IS 'exact, normalised, derived, ocr / exact, normalised, derived, ocr';
COMMENT ON COLUMN evidence.pack IS 'impronta del pacchetto di regole / hash of the rule pack';
COMMENT ON COLUMN evidence.confidence IS 'fiducia da 0 a 1 / confidence from 0 to 1';
COMMENT ON COLUMN evidence.source IS 'nome del file / name of the file';

COMMENT ON VIEW decisions IS 'Decisioni dei revisori; non si cancellano, vale l''ultima / Decisions of reviewers; never deleted, the latest holds';
COMMENT ON COLUMN decisions.document_id IS 'del documento; fisso per gli stessi byte / of the document; fixed for the same bytes';
COMMENT ON COLUMN decisions.issuer IS 'amministrazione come stampata / administration as printed';
COMMENT ON COLUMN decisions.year IS 'anno a cui si riferisce il documento / year the document reports on';
COMMENT ON COLUMN decisions.objective_id IS 'dell''obiettivo; vuoto se il valore è del documento / of the objective; null where the value is the document''s';
COMMENT ON COLUMN decisions.item_id IS 'della riga: chiave verso evidence / of the row: key to evidence';
COMMENT ON COLUMN decisions.decision_id IS 'numero progressivo / running number';
COMMENT ON COLUMN decisions.decided_at IS 'quando, UTC / when, UTC';
COMMENT ON COLUMN decisions.reviewer IS 'chi / who';
COMMENT ON COLUMN decisions.sha256 IS 'impronta del file / hash of the file';
COMMENT ON COLUMN decisions.field IS 'campo, come in all_values; con .* per tutta la riga / field, as in all_values; with .* for the whole row';
COMMENT ON COLUMN decisions.anchor IS 'posto nel testo / place in the text';
COMMENT ON COLUMN decisions.quote IS 'prova su cui si è deciso / evidence decided on';
COMMENT ON COLUMN decisions.decision IS 'confirmed, corrected, rejected / confirmed, corrected, rejected';
COMMENT ON COLUMN decisions.value IS 'valore corretto / corrected value';
COMMENT ON COLUMN decisions.note IS 'nota / note';
COMMENT ON COLUMN decisions.state IS 'applied, superseded (una decisione successiva vale), conflict (la prova è cambiata: da rivedere) / applied, superseded (a later decision holds), conflict (the evidence changed: look again)';

COMMENT ON VIEW all_values IS 'Tutti i valori, una riga ciascuno, con pagina, citazione e revisione / All values, one row each, with page, quote and review';
COMMENT ON COLUMN all_values.document_id IS 'del documento; fisso per gli stessi byte / of the document; fixed for the same bytes';
COMMENT ON COLUMN all_values.issuer IS 'amministrazione come stampata / administration as printed';
COMMENT ON COLUMN all_values.year IS 'anno a cui si riferisce il documento / year the document reports on';
COMMENT ON COLUMN all_values.objective_id IS 'dell''obiettivo; vuoto se il valore è del documento / of the objective; null where the value is the document''s';
COMMENT ON COLUMN all_values.objective_number IS 'numero dopo OBIETTIVO N. / number after OBIETTIVO N.';
COMMENT ON COLUMN all_values.item_id IS 'della riga: chiave verso evidence / of the row: key to evidence';
COMMENT ON COLUMN all_values.ordinal IS 'posizione nell''elenco, da 0 / place in its list, from 0';
COMMENT ON COLUMN all_values.field IS 'campo, come title, sections.results, quantities.value / field, as title, sections.results, quantities.value';
COMMENT ON COLUMN all_values.raw IS 'come sta sulla pagina / as it stands on the page';
COMMENT ON COLUMN all_values.value IS 'valore, dopo la revisione; vuoto se respinto / value after review; null if rejected';
COMMENT ON COLUMN all_values.number IS 'valore come numero / value as a number';
COMMENT ON COLUMN all_values.extracted IS 'valore prima della revisione / value before review';
COMMENT ON COLUMN all_values.page IS 'pagina della prima prova, da 1 / page of the first evidence, from 1';
COMMENT ON COLUMN all_values.quote IS 'parole della pagina che mostrano il valore / words of the page that show the value';
COMMENT ON COLUMN all_values.rule IS 'regola che l''ha letto / rule that read it';
COMMENT ON COLUMN all_values.grade IS 'exact, normalised, derived, ocr / exact, normalised, derived, ocr';
COMMENT ON COLUMN all_values.review IS 'unreviewed, confirmed, corrected, rejected / unreviewed, confirmed, corrected, rejected';

COMMENT ON VIEW lineage IS 'Lo stesso obiettivo negli anni, una riga per obiettivo e anno / The same objective over years, one row per objective and year';
COMMENT ON COLUMN lineage.lineage_id IS 'uguale per lo stesso obiettivo negli anni / the same for one objective over years';
COMMENT ON COLUMN lineage.document_id IS 'del documento; fisso per gli stessi byte / of the document; fixed for the same bytes';
COMMENT ON COLUMN lineage.issuer IS 'amministrazione come stampata / administration as printed';
COMMENT ON COLUMN lineage.year IS 'anno a cui si riferisce il documento / year the document reports on';
COMMENT ON COLUMN lineage.objective_id IS 'dell''obiettivo; vuoto se il valore è del documento / of the objective; null where the value is the document''s';
COMMENT ON COLUMN lineage.objective_number IS 'numero dopo OBIETTIVO N. / number after OBIETTIVO N.';
COMMENT ON COLUMN lineage.title IS 'titolo / title';
COMMENT ON COLUMN lineage.status IS 'stato / status';
COMMENT ON COLUMN lineage.outcome IS 'esito dichiarato / stated outcome';
COMMENT ON COLUMN lineage.achievement IS 'grado di raggiungimento / stated achievement';
COMMENT ON COLUMN lineage.score IS 'punteggio / score';
COMMENT ON COLUMN lineage.score_maximum IS 'massimo / maximum';
COMMENT ON COLUMN lineage.previous_objective_id IS 'lo stesso obiettivo nell''anno precedente disponibile / the same objective in the previous year at hand';
COMMENT ON COLUMN lineage.previous_year IS 'quell''anno / that year';
COMMENT ON COLUMN lineage.link IS 'perché: operational, target (codice) o title / why: operational, target (code) or title';
COMMENT ON COLUMN lineage.similarity IS 'somiglianza dei titoli da 0 a 1; bassa con un codice uguale: controllare / similarity of the titles from 0 to 1; low with an equal code: look again';
