-- it: I file che non è stato possibile leggere, con il motivo e il rimedio
-- en: The files that could not be read, with the reason and the remedy
SELECT source, page, message, CAST(ingested_at AS DATE) AS day
FROM documents
WHERE outcome = 'failed'
ORDER BY path
