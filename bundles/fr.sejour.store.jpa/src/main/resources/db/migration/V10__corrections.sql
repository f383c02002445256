-- Corrections of who people are, and the ways back in.

-- A proposed change of civil status, as work of a team.
CREATE TABLE correction (
  correction_number VARCHAR(20) NOT NULL,
  person_id VARCHAR(36) NOT NULL,
  proposed_at ${instant} NOT NULL,
  before_family_name VARCHAR(400) NOT NULL,
  before_given_names VARCHAR(400) NOT NULL,
  before_birth_date DATE NOT NULL,
  before_nationality VARCHAR(2) NOT NULL,
  new_family_name VARCHAR(400) NOT NULL,
  new_given_names VARCHAR(400) NOT NULL,
  new_birth_date DATE NOT NULL,
  new_nationality VARCHAR(2) NOT NULL,
  -- what the register said, when the person was linked to it
  register_family_name VARCHAR(400),
  register_given_names VARCHAR(400),
  register_birth_date DATE,
  register_nationality VARCHAR(2),
  -- the file that came with it
  proof_evidence_id VARCHAR(36),
  owner VARCHAR(3),
  due_on DATE NOT NULL,
  state VARCHAR(10) NOT NULL,
  CONSTRAINT correction_known PRIMARY KEY (correction_number),
  CONSTRAINT correction_person FOREIGN KEY (person_id) REFERENCES person (person_id),
  CONSTRAINT correction_proof FOREIGN KEY (proof_evidence_id) REFERENCES evidence (evidence_id)
);
CREATE INDEX correction_of_person ON correction (person_id, proposed_at);
CREATE INDEX correction_due ON correction (state, due_on);

-- What happened on it; the words can be erased.
CREATE TABLE correction_step (
  correction_number VARCHAR(20) NOT NULL,
  step_number INTEGER NOT NULL,
  stepped_at ${instant} NOT NULL,
  account_id VARCHAR(64) NOT NULL,
  state VARCHAR(10) NOT NULL,
  words VARCHAR(2000),
  CONSTRAINT correction_step_once PRIMARY KEY (correction_number, step_number),
  CONSTRAINT correction_step_of FOREIGN KEY (correction_number) REFERENCES correction (correction_number)
);

-- The one-time code of the counter, one of a person at most.
CREATE TABLE recovery (
  person_id VARCHAR(36) NOT NULL,
  code_digest VARCHAR(64) NOT NULL,
  expires_at ${instant} NOT NULL,
  CONSTRAINT recovery_of_person PRIMARY KEY (person_id),
  CONSTRAINT recovery_code UNIQUE (code_digest),
  CONSTRAINT recovery_person FOREIGN KEY (person_id) REFERENCES person (person_id)
);

-- Who changed the ways into a person's account, and who let them in; the words can be erased.
CREATE TABLE access_line (
  person_id VARCHAR(36) NOT NULL,
  line_number INTEGER NOT NULL,
  written_at ${instant} NOT NULL,
  account_id VARCHAR(64) NOT NULL,
  what VARCHAR(20) NOT NULL,
  words VARCHAR(500),
  CONSTRAINT access_line_once PRIMARY KEY (person_id, line_number),
  CONSTRAINT access_line_person FOREIGN KEY (person_id) REFERENCES person (person_id)
);
CREATE INDEX account_of_person ON account (person_id);
