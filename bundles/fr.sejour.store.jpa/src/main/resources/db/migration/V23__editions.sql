-- The editions of the law that came while the platform ran.
CREATE TABLE edition (
  edition_name VARCHAR(40) NOT NULL,
  in_force_from DATE NOT NULL,
  recorded_on DATE NOT NULL,
  digest VARCHAR(64) NOT NULL,
  signer VARCHAR(400) NOT NULL,
  received_at ${instant} NOT NULL,
  state VARCHAR(20) NOT NULL,
  -- the acts on it, one a line: what, who, when
  acts VARCHAR(8000) NOT NULL,
  rehearsal_started_at ${instant},
  rehearsal_ended_at ${instant},
  -- the editions that applied when the rehearsal began
  rehearsed_beside VARCHAR(4000),
  -- the last case that the rehearsal has looked at
  rehearsed_to VARCHAR(19),
  looked INTEGER NOT NULL,
  more_rights INTEGER NOT NULL,
  fewer_rights INTEGER NOT NULL,
  other_change INTEGER NOT NULL,
  -- since the law changed with it, the last case that was told to look again; null when all were, - before the first
  woken_to VARCHAR(19),
  version BIGINT NOT NULL,
  CONSTRAINT edition_known PRIMARY KEY (edition_name)
);
-- The file of each, as it was signed: every node verifies it again.
CREATE TABLE edition_file (
  edition_name VARCHAR(40) NOT NULL,
  jar ${blob} NOT NULL,
  CONSTRAINT edition_file_known PRIMARY KEY (edition_name),
  CONSTRAINT edition_file_edition FOREIGN KEY (edition_name) REFERENCES edition (edition_name)
);
-- What the last rehearsal of an edition found of a case.
CREATE TABLE edition_effect (
  -- the name of the edition and the number of the case
  effect_id VARCHAR(60) NOT NULL,
  edition_name VARCHAR(40) NOT NULL,
  case_number VARCHAR(19) NOT NULL,
  prefecture VARCHAR(3) NOT NULL,
  effect VARCHAR(10) NOT NULL,
  before_kind VARCHAR(40),
  before_rights VARCHAR(40),
  before_last_day DATE,
  after_kind VARCHAR(40),
  after_rights VARCHAR(40),
  after_last_day DATE,
  CONSTRAINT edition_effect_known PRIMARY KEY (effect_id),
  CONSTRAINT edition_effect_edition FOREIGN KEY (edition_name) REFERENCES edition (edition_name)
);
CREATE INDEX edition_effect_page ON edition_effect (edition_name, case_number);
