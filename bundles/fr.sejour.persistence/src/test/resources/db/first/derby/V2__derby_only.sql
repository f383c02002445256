CREATE INDEX note_written ON note (written);
