CREATE INDEX note_written ON note USING brin (written);
