-- What is indexed already says nothing of the new filters: as older than its listing it is indexed again at the next start.
UPDATE "search_documents" SET "version" = 0 WHERE "alive";
