-- How surely the layout was recognised, and the pages that show something but hold no text.
ALTER TABLE store.document ADD COLUMN layout_confidence DOUBLE;
ALTER TABLE store.document ADD COLUMN unread_pages INTEGER[];
