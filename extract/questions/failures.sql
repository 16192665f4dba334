-- it: I file che non è stato possibile leggere, con il motivo e il rimedio
-- en: The files that could not be read, with the reason and the remedy
SELECT path, failure_kind, page, message, ingested_at
FROM documents
WHERE outcome = 'failed'
ORDER BY path
