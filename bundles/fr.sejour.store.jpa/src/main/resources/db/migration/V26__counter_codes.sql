-- What people with an account show at the counter: the last code of each, by its digest.
CREATE TABLE counter_code (
  person_id VARCHAR(36) NOT NULL,
  code_digest VARCHAR(64) NOT NULL,
  expires_at ${instant} NOT NULL,
  CONSTRAINT counter_code_of_person PRIMARY KEY (person_id),
  CONSTRAINT counter_code_drawn UNIQUE (code_digest),
  CONSTRAINT counter_code_person FOREIGN KEY (person_id) REFERENCES person (person_id)
);
