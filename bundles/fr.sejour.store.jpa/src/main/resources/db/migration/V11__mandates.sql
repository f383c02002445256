-- Associations and lawyers whom people may name, by a public code.
CREATE TABLE mandatary (
  account_id VARCHAR(64) NOT NULL,
  code VARCHAR(9) NOT NULL,
  name VARCHAR(200) NOT NULL,
  kind VARCHAR(11) NOT NULL,
  CONSTRAINT mandatary_account PRIMARY KEY (account_id),
  CONSTRAINT mandatary_code UNIQUE (code),
  CONSTRAINT mandatary_of FOREIGN KEY (account_id) REFERENCES account (account_id)
);

-- What a person lets one of them do, from a day to a day, until somebody ends it.
CREATE TABLE mandate (
  mandate_number VARCHAR(17) NOT NULL,
  person_id VARCHAR(36) NOT NULL,
  account_id VARCHAR(64) NOT NULL,
  may_file BOOLEAN NOT NULL,
  may_complete BOOLEAN NOT NULL,
  may_read BOOLEAN NOT NULL,
  first_day DATE NOT NULL,
  last_day DATE NOT NULL,
  given_at ${instant} NOT NULL,
  given_by VARCHAR(64) NOT NULL,
  -- the reference of the signed paper that an agent has seen
  document VARCHAR(200),
  ended_at ${instant},
  ended_by VARCHAR(64),
  CONSTRAINT mandate_known PRIMARY KEY (mandate_number),
  CONSTRAINT mandate_person FOREIGN KEY (person_id) REFERENCES person (person_id),
  CONSTRAINT mandate_mandatary FOREIGN KEY (account_id) REFERENCES mandatary (account_id),
  CONSTRAINT mandate_days CHECK (last_day >= first_day),
  CONSTRAINT mandate_end CHECK ((ended_at IS NULL AND ended_by IS NULL) OR (ended_at IS NOT NULL AND ended_by IS NOT NULL))
);
CREATE INDEX mandate_of_person ON mandate (person_id);
CREATE INDEX mandate_of_mandatary ON mandate (account_id);
