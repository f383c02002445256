-- The codes by which people share what they may do. The letter at the front is the purpose.
CREATE TABLE share (
  share_code VARCHAR(13) NOT NULL,
  person_id VARCHAR(36) NOT NULL,
  -- the last day on which it is answered, in Paris
  last_day DATE NOT NULL,
  given_at ${instant} NOT NULL,
  ended_at ${instant},
  CONSTRAINT share_known PRIMARY KEY (share_code),
  CONSTRAINT share_person FOREIGN KEY (person_id) REFERENCES person (person_id)
);
CREATE INDEX share_of_person ON share (person_id);
